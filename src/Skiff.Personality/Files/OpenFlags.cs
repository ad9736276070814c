namespace Skiff.Personality;

/// <summary>Flags of <c>open</c> as the runtime's C library numbers them (musl's generic set).</summary>
internal static class OpenFlags
{
    internal const uint AccessMode = 3;
    internal const uint ReadOnly = 0;
    internal const uint WriteOnly = 1;
    internal const uint ReadWrite = 2;
    internal const uint Create = 0x40;
    internal const uint Exclusive = 0x80;
    internal const uint Truncate = 0x200;
    internal const uint Append = 0x400;
    internal const uint NonBlocking = 0x800;
    internal const uint DataSync = 0x1000;
    internal const uint Directory = 0x10000;
    internal const uint NoFollow = 0x20000;
    internal const uint Sync = 0x101000;
    internal const uint TemporaryFile = 0x410000;

    /// <summary>What <c>fcntl(F_SETFL)</c> can change.</summary>
    internal const uint Changeable = Append | NonBlocking | DataSync | Sync;
}
