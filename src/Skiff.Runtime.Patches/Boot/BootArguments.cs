namespace Skiff.Runtime;

#pragma warning disable CS0649 // Filled in by _start.

/// <summary>What <c>_start</c> hands to <see cref="Boot.Run"/>.</summary>
[AddTo(Bcl.CoreLib)]
internal unsafe struct BootArguments
{
    /// <summary>The number of <see cref="Strings"/>.</summary>
    public int Count;

    /// <summary>NUL-terminated UTF-8: the path of the entry assembly, then the program's arguments.</summary>
    public byte** Strings;

    /// <summary>Ends the process with an exit code; does not return.</summary>
    public delegate* unmanaged<int, void> Exit;
}
