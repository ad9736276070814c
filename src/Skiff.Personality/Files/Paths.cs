namespace Skiff.Personality;

/// <summary>
/// Paths of the program. A path is made canonical first: absolute, without `.`, `..`, repeated or trailing slashes, the
/// root being the empty text. `..` removes the name before it and stops at the root, so a canonical path never leaves
/// what was mounted; a symbolic link that would is the host's to refuse. Then the longest mount that holds it is chosen.
/// </summary>
internal static unsafe class Paths
{
    /// <summary>The size of a buffer for any path, with its NUL (<c>PATH_MAX</c>).</summary>
    internal const uint Maximum = 4096;

    /// <summary>The canonical path of the root.</summary>
    internal static byte* Root => Text.Of("\0"u8);

    /// <summary>The descriptor that stands for the working directory (<c>AT_FDCWD</c>).</summary>
    internal const int AtWorkingDirectory = -100;

    /// <summary>
    /// Resolves a path relative to a directory's descriptor into a location, whose texts are in
    /// <paramref name="buffer"/> of <see cref="Maximum"/> bytes. Errors: <see cref="Errno.NoEntry"/> for an empty path,
    /// <see cref="Errno.NameTooLong"/>, <see cref="Errno.BadDescriptor"/>, <see cref="Errno.NotDirectory"/>.
    /// </summary>
    internal static int Resolve(int directory, byte* path, byte* buffer, Location* location)
    {
        if (path == null || *path == 0)
        {
            return Errno.NoEntry;
        }

        byte* origin = WorkingDirectory.Path;
        if (*path != '/' && directory != AtWorkingDirectory)
        {
            OpenFile* file = Descriptors.Get(directory);
            if (file == null)
            {
                return Errno.BadDescriptor;
            }

            origin = file->Path;
            if (origin == null)
            {
                return Errno.NotDirectory;
            }
        }

        int errno = Canonicalize(origin, path, buffer);
        if (errno == Errno.Success)
        {
            Locate(buffer, location);
            location->IsDirectory = NamesDirectory(path);
        }

        return errno;
    }

    /// <summary>The location of a canonical path.</summary>
    internal static void Locate(byte* path, Location* location)
    {
        location->Path = path;
        location->Length = Text.Length(path);
        location->IsDirectory = false;
        location->Mount = Preopens.Find(path, location->Length);
        if (location->Mount == null)
        {
            location->Relative = null;
            location->RelativeLength = 0;
        }
        else if (location->Mount->Length == location->Length)
        {
            location->Relative = Text.Of("."u8);
            location->RelativeLength = 1;
        }
        else
        {
            location->Relative = path + location->Mount->Length + 1;
            location->RelativeLength = location->Length - location->Mount->Length - 1;
        }
    }

    /// <summary>
    /// Makes a path canonical, relative to a canonical one, in a buffer of <see cref="Maximum"/> bytes that is neither.
    /// Errors: <see cref="Errno.NameTooLong"/>.
    /// </summary>
    internal static int Canonicalize(byte* origin, byte* path, byte* result)
    {
        uint length = 0;
        if (*path != '/')
        {
            length = Text.Length(origin);
            Text.Copy(result, origin, length);
        }

        uint read = 0;
        while (path[read] != 0)
        {
            uint start = read;
            while (path[read] is not (byte)'/' and not 0)
            {
                read++;
                if (read >= Maximum)
                {
                    return Errno.NameTooLong;
                }
            }

            uint count = read - start;
            if (count == 2 && path[start] == '.' && path[start + 1] == '.')
            {
                length = Parent(result, length);
            }
            else if (count > 1 || (count == 1 && path[start] != '.'))
            {
                if (length + count + 1 >= Maximum)
                {
                    return Errno.NameTooLong;
                }

                result[length] = (byte)'/';
                Text.Copy(result + length + 1, path + start, count);
                length += count + 1;
            }

            while (path[read] == '/')
            {
                read++;
                if (read >= Maximum)
                {
                    return Errno.NameTooLong;
                }
            }
        }

        result[length] = 0;
        return Errno.Success;
    }

    /// <summary>The length of a canonical path without its last name.</summary>
    internal static uint Parent(byte* path, uint length)
    {
        while (length > 0 && path[length - 1] != '/')
        {
            length--;
        }

        return length == 0 ? 0 : length - 1;
    }

    /// <summary>Whether a canonical path is another one or lies below it.</summary>
    internal static bool IsWithin(byte* path, uint length, byte* directory, uint directoryLength) =>
        length >= directoryLength
        && Text.Equal(path, directory, directoryLength)
        && (length == directoryLength || path[directoryLength] == '/');

    /// <summary>Whether a directory exists at a location for the sake of mounts below it, whatever the host has there.</summary>
    internal static bool IsAboveMounts(Location* location) => Preopens.IsAbove(location->Path, location->Length);

    /// <summary>Whether a location is a mount point, or above one: something that cannot be moved or removed.</summary>
    internal static bool IsFixed(Location* location) =>
        Preopens.IsMountPoint(location->Path, location->Length) || IsAboveMounts(location);

    /// <summary>
    /// What creating a name in a place that no mount holds comes to: in a directory above mount points there is nothing
    /// to write to, elsewhere there is no directory.
    /// </summary>
    internal static int CannotCreate(Location* location)
    {
        if (IsAboveMounts(location))
        {
            return Errno.Exists;
        }

        return Preopens.IsAbove(location->Path, Parent(location->Path, location->Length)) ? Errno.Access : Errno.NoEntry;
    }

    private static bool NamesDirectory(byte* path)
    {
        uint length = Text.Length(path);
        uint start = length;
        while (start > 0 && path[start - 1] != '/')
        {
            start--;
        }

        uint count = length - start;
        return count == 0 || (count <= 2 && path[start] == '.' && (count == 1 || path[start + 1] == '.'));
    }
}
