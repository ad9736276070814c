namespace Skiff.Wasm.Components;

/// <summary>A core module, or the type of one: what it imports and exports.</summary>
public sealed class ModuleSignature : Signature
{
    internal ModuleSignature(IReadOnlyList<Extern> imports, IReadOnlyDictionary<string, Extern> exports) =>
        (Imports, Exports) = (imports, exports);

    /// <summary>The imports, each with the names it is imported as.</summary>
    public IReadOnlyList<Extern> Imports { get; }

    /// <summary>The exports by name.</summary>
    public IReadOnlyDictionary<string, Extern> Exports { get; }

    internal override string Kind => "core module";
}
