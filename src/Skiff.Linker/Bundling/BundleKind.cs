namespace Skiff.Linker.Bundling;

/// <summary>What an entry of a bundle is (docs/architecture.md, "The bundle").</summary>
public enum BundleKind : uint
{
    /// <summary>An assembly; the first one is the program's.</summary>
    Assembly = 1,

    /// <summary>A satellite assembly, named <c>culture/X.resources.dll</c>.</summary>
    Satellite = 2,

    /// <summary>ICU data.</summary>
    Icu = 3,

    /// <summary>The program's <c>runtimeconfig.json</c>.</summary>
    RuntimeConfiguration = 4,

    /// <summary>The portable PDB of an assembly.</summary>
    Symbols = 5,
}
