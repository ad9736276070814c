namespace Skiff.Personality;

/// <summary>What <c>Skiff.Runtime.Boot.Run</c> is given (docs/architecture.md, "Boot").</summary>
internal unsafe struct BootArguments
{
    public int Count;

    /// <summary>The path of the entry assembly, then the program's arguments.</summary>
    public byte** Strings;

    /// <summary>Ends the program with an exit code, at once.</summary>
    public delegate* unmanaged<int, void> Exit;
}
