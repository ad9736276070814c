namespace Skiff.Personality;

/// <summary>
/// The environment. The C library copies it at start-up by imports of the same name that the host satisfies; the
/// personality itself reads what it needs here.
/// </summary>
internal static unsafe class Environ
{
    /// <summary>The value of a variable, or null. It lives as long as the program.</summary>
    internal static byte* Get(ReadOnlySpan<byte> name)
    {
        uint count = 0;
        uint size = 0;
        if (Wasi.EnvironSizesGet(&count, &size) != Errno.Success || count == 0)
        {
            return null;
        }

        byte** variables = (byte**)Runtime.Allocate(count * (uint)sizeof(byte*));
        byte* buffer = (byte*)Runtime.Allocate(size);
        byte* value = null;
        if (variables != null && buffer != null && Wasi.EnvironGet(variables, buffer) == Errno.Success)
        {
            value = Find(variables, count, Text.Of(name), (uint)name.Length);
            value = value == null ? null : Text.Duplicate(value, Text.Length(value));
        }

        Runtime.Free(buffer);
        Runtime.Free(variables);
        return value;
    }

    private static byte* Find(byte** variables, uint count, byte* name, uint length)
    {
        for (uint i = 0; i < count; i++)
        {
            byte* variable = variables[i];
            if (Text.Equal(variable, name, length) && variable[length] == '=')
            {
                return variable + length + 1;
            }
        }

        return null;
    }
}
