namespace Skiff.Personality;

#pragma warning disable CS0649 // Whoever linked the program filled it in.

/// <summary>One thing in a <see cref="Bundle"/>; offsets count from the bundle's start.</summary>
internal struct BundleEntry
{
    /// <summary>An assembly; the first one is the program's.</summary>
    public const uint Assembly = 1;

    /// <summary>A satellite assembly, named `culture/X.resources.dll`.</summary>
    public const uint Satellite = 2;

    /// <summary>ICU's data.</summary>
    public const uint Icu = 3;

    /// <summary><c>&lt;app&gt;.runtimeconfig.json</c>.</summary>
    public const uint Configuration = 4;

    /// <summary>The portable PDB of an assembly, named `X.pdb`.</summary>
    public const uint Symbols = 5;

    public uint Kind;

    /// <summary>NUL-terminated UTF-8.</summary>
    public uint Name;

    public uint Content;

    public uint Size;
}
