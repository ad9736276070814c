namespace Skiff.Wit.CanonicalAbi;

/// <summary>
/// What a core module calls its imports and exports so that a component can be made of it. An interface is given as the
/// item of the world that imports or exports it; functions of the world itself have none.
/// </summary>
public interface ICoreNames
{
    /// <summary>The export that is the memory.</summary>
    string Memory { get; }

    /// <summary>The export that allocates memory.</summary>
    string Realloc { get; }

    /// <summary>The export that is called first, once.</summary>
    string Initialize { get; }

    /// <summary>The import of a function.</summary>
    CoreImportName GetImport(WorldInterface? item, Function function, bool isAsync = false);

    /// <summary>The import of an intrinsic function of a resource.</summary>
    CoreImportName GetImport(WorldInterface? item, ResourceDefinition resource, ResourceIntrinsic intrinsic);

    /// <summary>The export of a function, or what goes with one.</summary>
    string GetExport(
        WorldInterface? item,
        Function function,
        CoreExportKind kind = CoreExportKind.Function,
        CanonicalDirection direction = CanonicalDirection.Lift);

    /// <summary>The export of the destructor of a resource.</summary>
    string GetDestructor(WorldInterface item, ResourceDefinition resource);
}
