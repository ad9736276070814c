namespace Skiff.Personality;

/// <summary>
/// The directory that a program is started from (docs/architecture.md, "The AppBundle"), found in the directory of the
/// module's name, in the working directory, or in the root of a preopened directory: the first that has
/// `managed/System.Private.CoreLib.dll`.
/// </summary>
internal static unsafe class AppBundle
{
    private static byte* _directory;
    private static uint _length;

    /// <summary>Its canonical path.</summary>
    internal static byte* Directory => _directory;

    /// <summary>Looks for it. False when there is none.</summary>
    internal static bool Find()
    {
        byte* path = (byte*)Process.Allocate(Paths.Maximum);
        if (Arguments.Count > 0
            && Paths.Canonicalize(WorkingDirectory.Path, Arguments.At(0), path) == Errno.Success
            && IsBundle(path, Paths.Parent(path, Text.Length(path))))
        {
            return true;
        }

        if (IsBundle(WorkingDirectory.Path, Text.Length(WorkingDirectory.Path)))
        {
            return true;
        }

        for (uint i = 0; i < Preopens.Count; i++)
        {
            if (IsBundle(Preopens.At(i)->Path, Preopens.At(i)->Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The path of something in the bundle, new memory: the bundle's own and up to three texts. Null stands for nothing.
    /// </summary>
    internal static byte* PathOf(ReadOnlySpan<byte> first, byte* second, byte* third) =>
        Join(_directory, _length, Text.Of(first), second, third);

    private static bool IsBundle(byte* directory, uint length)
    {
        byte* file = Join(directory, length, Text.Of("/managed/System.Private.CoreLib.dll"u8), null, null);
        bool found = WholeFile.Exists(file);
        Runtime.Free(file);
        if (found)
        {
            _directory = Join(directory, length, null, null, null);
            _length = length;
        }

        return found;
    }

    private static byte* Join(byte* directory, uint length, byte* first, byte* second, byte* third)
    {
        uint firstLength = first == null ? 0 : Text.Length(first);
        uint secondLength = second == null ? 0 : Text.Length(second);
        uint thirdLength = third == null ? 0 : Text.Length(third);
        byte* result = (byte*)Process.Allocate(length + firstLength + secondLength + thirdLength + 1);
        Text.Copy(result, directory, length);
        Text.Copy(result + length, first, firstLength);
        Text.Copy(result + length + firstLength, second, secondLength);
        Text.Copy(result + length + firstLength + secondLength, third, thirdLength);
        result[length + firstLength + secondLength + thirdLength] = 0;
        return result;
    }
}
