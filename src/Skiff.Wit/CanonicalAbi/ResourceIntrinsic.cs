namespace Skiff.Wit.CanonicalAbi;

/// <summary>What a core module imports for a resource (CanonicalABI.md, "<c>canon resource.new</c>" and following).</summary>
public enum ResourceIntrinsic
{
    /// <summary><c>resource.drop</c> of a resource that is imported.</summary>
    ImportedDrop,

    /// <summary><c>resource.drop</c> of a resource that the module itself exports.</summary>
    ExportedDrop,

    /// <summary><c>resource.new</c> of a resource that the module itself exports.</summary>
    ExportedNew,

    /// <summary><c>resource.rep</c> of a resource that the module itself exports.</summary>
    ExportedRep,
}
