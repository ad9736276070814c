namespace Skiff.Personality;

/// <summary>The arguments that the host gave: the module's name, the application, the application's own.</summary>
internal static unsafe class Arguments
{
    private static byte** _values;
    private static uint _count;

    /// <summary>How many there are.</summary>
    internal static uint Count => _count;

    /// <summary>One of them, NUL-terminated UTF-8.</summary>
    internal static byte* At(uint index) => _values[index];

    /// <summary>Asks the host for them.</summary>
    internal static void Initialize()
    {
        uint count = 0;
        uint size = 0;
        _count = 0;
        if (Wasi.ArgsSizesGet(&count, &size) != Errno.Success || count == 0)
        {
            return;
        }

        _values = (byte**)Process.Allocate(count * (uint)sizeof(byte*));
        byte* buffer = (byte*)Process.Allocate(size);
        _count = Wasi.ArgsGet(_values, buffer) == Errno.Success ? count : 0;
    }
}
