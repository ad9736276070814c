namespace Skiff.Personality;

/// <summary>
/// The functions that the personality stands on, each returning an <see cref="Errno"/>: those of WASI preview1 by name and
/// structure, as the runtime's C library has them too, here on the interfaces of WASI 0.2.
/// </summary>
internal static unsafe partial class Wasi
{
    private static List _arguments;
    private static List _environment;

    /// <summary>Asks the host, for <see cref="ArgsGet"/>, which comes next.</summary>
    internal static int ArgsSizesGet(uint* count, uint* size)
    {
        List list;
        Cli.GetArguments(&list);
        _arguments = list;
        *count = list.Count;
        *size = 0;
        for (uint i = 0; i < list.Count; i++)
        {
            *size += ((List*)list.Items)[i].Count + 1;
        }

        return Errno.Success;
    }

    internal static int ArgsGet(byte** arguments, byte* buffer)
    {
        List* list = (List*)_arguments.Items;
        for (uint i = 0; i < _arguments.Count; i++)
        {
            arguments[i] = buffer;
            buffer = Move(list + i, buffer, 0);
        }

        _arguments.Free();
        _arguments.Count = 0;
        return Errno.Success;
    }

    /// <summary>Asks the host, for <see cref="EnvironGet"/>, which comes next.</summary>
    internal static int EnvironSizesGet(uint* count, uint* size)
    {
        List list;
        Cli.GetEnvironment(&list);
        _environment = list;
        *count = list.Count;
        *size = 0;
        for (uint i = 0; i < list.Count; i++)
        {
            StringPair* variable = (StringPair*)list.Items + i;
            *size += variable->First.Count + 1 + variable->Second.Count + 1;
        }

        return Errno.Success;
    }

    internal static int EnvironGet(byte** variables, byte* buffer)
    {
        StringPair* list = (StringPair*)_environment.Items;
        for (uint i = 0; i < _environment.Count; i++)
        {
            variables[i] = buffer;
            buffer = Move(&list[i].First, buffer, (byte)'=');
            buffer = Move(&list[i].Second, buffer, 0);
        }

        _environment.Free();
        _environment.Count = 0;
        return Errno.Success;
    }

    /// <summary>Copies a string and a byte behind it, and frees it. Where the copy ends.</summary>
    private static byte* Move(List* text, byte* target, byte end)
    {
        Text.Copy(target, text->Items, text->Count);
        target[text->Count] = end;
        text->Free();
        return target + text->Count + 1;
    }
}
