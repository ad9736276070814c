namespace Skiff.Wasm.Components;

/// <summary>
/// The type of core modules: what they import and export (specification: component binary format,
/// <c>core:moduletype</c>). It has an index space of types of its own, which the declarators fill.
/// </summary>
public sealed class ModuleType : DefinedType
{
    /// <summary>The declarators, in order.</summary>
    public List<ModuleDeclarator> Declarators { get; } = [];

    /// <summary>The declared imports.</summary>
    public IEnumerable<Extern> Imports => Declarators.OfType<ModuleImport>().Select(import => import.Item);

    /// <summary>The declared exports.</summary>
    public IEnumerable<ModuleExport> Exports => Declarators.OfType<ModuleExport>();

    internal override string Kind => "module";

    /// <summary>The word of the text format.</summary>
    public override string ToString() => "(module)";
}
