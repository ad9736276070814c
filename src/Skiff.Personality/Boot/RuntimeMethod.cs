namespace Skiff.Personality;

#pragma warning disable CS0649 // The runtime's own.

/// <summary>A method, its beginning (<c>MonoMethod</c> in class-internals.h).</summary>
internal unsafe struct RuntimeMethod
{
    /// <summary>The table of the metadata that methods are in (ECMA-335, II.22.26): the high byte of their tokens.</summary>
    public const uint TokenTable = 0x06;

    public ushort Flags;
    public ushort ImplementationFlags;
    public uint Token;
    public void* Class;

    // ECMA-335, II.23.1.10 and II.23.1.11.
    private const ushort PInvokeImpl = 0x2000;
    private const ushort InternalCall = 0x1000;

    /// <summary>Whether the runtime makes a method that calls a native function for it.</summary>
    public static bool IsNative(RuntimeMethod* method) =>
        (method->Flags & PInvokeImpl) != 0 || (method->ImplementationFlags & InternalCall) != 0;

    /// <summary>The loaded file that a class is defined in.</summary>
    public static void* ImageOf(void* type) => *(void**)((byte*)type + Runtime.ImageOffset());
}
