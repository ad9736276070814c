namespace Skiff.Personality;

#pragma warning disable CS0649 // The runtime's own.

/// <summary>Type arguments (<c>MonoGenericInst</c> in metadata-internals.h); the types follow.</summary>
internal unsafe struct GenericArguments
{
    private const uint CountMask = (1 << 22) - 1;

    public uint Id;
    public uint CountAndFlags;

    /// <summary>How many there are.</summary>
    public static uint Count(GenericArguments* arguments) => arguments->CountAndFlags & CountMask;

    /// <summary>One of them.</summary>
    public static void* At(GenericArguments* arguments, uint index) => ((void**)(arguments + 1))[index];
}
