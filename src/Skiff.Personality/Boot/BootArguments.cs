namespace Skiff.Personality;

/// <summary>What the methods of <c>Skiff.Runtime.Boot</c> are given (docs/architecture.md, "Boot").</summary>
internal unsafe struct BootArguments
{
    public int Count;

    /// <summary>The path of the program, then its arguments.</summary>
    public byte** Strings;

    /// <summary>Ends the program with an exit code, at once.</summary>
    public delegate* unmanaged<int, void> Exit;

    /// <summary>The simple name of the entry assembly.</summary>
    public byte* Entry;

    /// <summary><c>AppContext.BaseDirectory</c>.</summary>
    public byte* BaseDirectory;

    /// <summary>Makes standard output swallow what is written to it, or end that.</summary>
    public delegate* unmanaged<int, void> MuteOutput;

    /// <summary>Makes the interpreter compile a method.</summary>
    public delegate* unmanaged<RuntimeMethod*, void> Compile;

    /// <summary>Makes the runtime read the symbols of the assemblies that it loads from then on.</summary>
    public delegate* unmanaged<void> ReadSymbols;
}
