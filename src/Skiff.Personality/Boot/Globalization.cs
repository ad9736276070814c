namespace Skiff.Personality;

/// <summary>ICU's data, which is a file of the bundle unless the program does without cultures.</summary>
internal static unsafe class Globalization
{
    /// <summary>
    /// Whether cultures are invariant: by the environment, else by the property, as the base class library decides it.
    /// </summary>
    internal static bool IsInvariant()
    {
        byte* variable = Environ.Get("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"u8);
        bool isTrue = variable != null && (Text.Equal(variable, Text.Of("1"u8)) || IsWord(variable, Text.Of("true"u8)));
        bool isFalse = variable != null && (Text.Equal(variable, Text.Of("0"u8)) || IsWord(variable, Text.Of("false"u8)));
        Runtime.Free(variable);
        if (isTrue || isFalse)
        {
            return isTrue;
        }

        byte* property = Properties.Get(Text.Of("System.Globalization.Invariant"u8));
        return property != null && IsWord(property, Text.Of("true"u8));
    }

    /// <summary>Gives ICU its data, which stays in memory. An errno; <see cref="Errno.Invalid"/> when it is not such data.</summary>
    internal static int Load(byte* path)
    {
        byte* data;
        uint length;
        int errno = WholeFile.Read(path, &data, &length);
        if (errno != Errno.Success)
        {
            return errno;
        }

        return Runtime.LoadIcuData(data) != 0 ? Errno.Success : Errno.Invalid;
    }

    /// <summary>Makes ICU ask the environment again for what it remembers of it.</summary>
    internal static void Forget()
    {
        _ = Runtime.ForgetLocales();
        _ = Runtime.ForgetPlatform();
        *Runtime.IcuLocale() = null;
    }

    /// <summary>Whether a text is a word in lower case, whatever its own case.</summary>
    private static bool IsWord(byte* text, byte* word)
    {
        while (*word != 0 && (*text | 0x20) == *word)
        {
            text++;
            word++;
        }

        return *text == *word;
    }
}
