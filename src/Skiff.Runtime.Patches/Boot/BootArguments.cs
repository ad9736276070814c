namespace Skiff.Runtime;

#pragma warning disable CS0649 // Filled in by _start.

/// <summary>What <c>_start</c> hands to <see cref="Boot"/>.</summary>
[AddTo(Bcl.CoreLib)]
internal unsafe struct BootArguments
{
    /// <summary>The number of <see cref="Strings"/>.</summary>
    public int Count;

    /// <summary>NUL-terminated UTF-8: the path of the program, then its arguments.</summary>
    public byte** Strings;

    /// <summary>Ends the process with an exit code; does not return.</summary>
    public delegate* unmanaged<int, void> Exit;

    /// <summary>The simple name of the entry assembly, in the same form.</summary>
    public byte* Entry;

    /// <summary><c>AppContext.BaseDirectory</c>, in the same form.</summary>
    public byte* BaseDirectory;

    /// <summary>Makes standard output swallow what is written to it, or end that.</summary>
    public delegate* unmanaged<int, void> MuteOutput;

    /// <summary>Makes the interpreter compile a method, given as <c>RuntimeMethodHandle.Value</c>.</summary>
    public delegate* unmanaged<nint, void> Compile;

    /// <summary>Makes the runtime read the symbols of the assemblies that it loads from then on.</summary>
    public delegate* unmanaged<void> ReadSymbols;
}
