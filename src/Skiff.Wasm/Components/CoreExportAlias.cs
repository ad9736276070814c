namespace Skiff.Wasm.Components;

/// <summary>What a core instance exports under a name (specification: alias definitions, <c>alias core export</c>).</summary>
public sealed class CoreExportAlias : Definition
{
    /// <summary>Takes an export of a core instance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sort is not one that core instances export.</exception>
    public CoreExportAlias(Definition instance, string exportName, Sort sort)
    {
        if (sort > Components.Sort.CoreTag)
        {
            throw new ArgumentOutOfRangeException(nameof(sort), sort, "A core instance exports functions, tables, memories, globals and tags.");
        }

        Instance = instance;
        ExportName = exportName;
        Sort = sort;
    }

    /// <summary>The core instance.</summary>
    public Definition Instance { get; set; }

    /// <summary>The name of the export.</summary>
    public string ExportName { get; set; }

    /// <inheritdoc/>
    public override Sort? Sort { get; }

    internal override ComponentSectionId Section => ComponentSectionId.Alias;

    internal override string Kind => $"alias of the core export '{ExportName}'";
}
