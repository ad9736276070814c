namespace Skiff.Personality;

/// <summary>Which program of the AppBundle is to be started.</summary>
internal static unsafe class Application
{
    private static byte* _name;

    /// <summary>Its simple name, which is its assembly's and its runtime configuration's.</summary>
    internal static byte* Name => _name;

    /// <summary>
    /// Finds its name: the first argument, of which a directory and `.dll` are left out; without arguments, the only
    /// `*.runtimeconfig.json` in the bundle. Null when nothing says which.
    /// </summary>
    internal static byte* Find()
    {
        _name = Arguments.Count > 1 ? FromArgument(Arguments.At(1)) : FromConfiguration();
        return _name;
    }

    private static byte* FromArgument(byte* argument)
    {
        uint length = Text.Length(argument);
        uint start = length;
        while (start > 0 && argument[start - 1] != '/')
        {
            start--;
        }

        byte* name = argument + start;
        length -= start;
        if (Text.EndsWith(name, length, ".dll"u8))
        {
            length -= 4;
        }

        byte* copy = (byte*)Process.Allocate(length + 1);
        Text.Copy(copy, name, length);
        copy[length] = 0;
        return copy;
    }

    private static byte* FromConfiguration()
    {
        byte* found = null;
        Location location;
        Paths.Locate(AppBundle.Directory, &location);
        int fd = Open.At(&location, OpenFlags.Directory);
        OpenFile* file = Descriptors.Get(fd);
        if (file == null)
        {
            return null;
        }

        uint count = 0;
        if (Directories.Read(file) == Errno.Success)
        {
            for (uint position = 0; position < file->EntriesLength;)
            {
                Dirent* entry = (Dirent*)(file->Entries + position);
                if (Text.EndsWith(Directories.Name(entry), entry->NameLength, ".runtimeconfig.json"u8))
                {
                    count++;
                    Runtime.Free(found);
                    found = Text.Duplicate(Directories.Name(entry), entry->NameLength - (uint)".runtimeconfig.json"u8.Length);
                }

                position += Directories.Size(entry);
            }
        }

        _ = Descriptors.Remove(fd);
        return count == 1 ? found : null;
    }
}
