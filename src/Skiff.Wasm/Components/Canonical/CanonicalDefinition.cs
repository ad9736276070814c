namespace Skiff.Wasm.Components;

/// <summary>A function between core code and components (specification: canonical definitions).</summary>
public abstract class CanonicalDefinition : Definition
{
    private protected CanonicalDefinition()
    {
    }

    /// <summary>The options, in order.</summary>
    public List<CanonicalOption> Options { get; } = [];

    internal sealed override ComponentSectionId Section => ComponentSectionId.Canonical;

    /// <summary>What an option names; null if there is no such option or it names nothing.</summary>
    public Definition? Find(CanonicalOptionKind kind) => Options.Find(option => option.Kind == kind).Item;

    /// <summary>Whether an option is there.</summary>
    public bool Has(CanonicalOptionKind kind) => Options.Exists(option => option.Kind == kind);
}
