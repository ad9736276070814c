namespace Skiff.Wasm.Components.Validation;

/// <summary>A component or type whose definitions are being validated.</summary>
internal sealed class ValidationScope(ScopeKind kind, ValidationScope? parent)
{
    public ScopeKind Kind { get; } = kind;

    public ValidationScope? Parent { get; } = parent;

    /// <summary>The definitions so far, each with what it means.</summary>
    public Dictionary<Definition, object> Meanings { get; } = new(ReferenceEqualityComparer.Instance);

    public List<NamedSignature> Imports { get; } = [];

    public List<NamedSignature> Exports { get; } = [];

    public NameScope ImportNames { get; } = new(isImport: true);

    public NameScope ExportNames { get; } = new(isImport: false);

    public VisibleTypes ImportTypes { get; } = new();

    public VisibleTypes ExportTypes { get; } = new();

    public List<ResourceIdentity> ImportedResources { get; } = [];

    /// <summary>Resource types that are fresh in each instance: those the component implements, and those of what it instantiates.</summary>
    public List<ResourceIdentity> DefinedResources { get; } = [];

    /// <summary>Resource types that the component itself implements, with their representations.</summary>
    public Dictionary<ResourceIdentity, ValType> OwnResources { get; } = new(ReferenceEqualityComparer.Instance);
}
