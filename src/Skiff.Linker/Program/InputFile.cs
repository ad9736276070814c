namespace Skiff.Linker.Program;

/// <summary>Reads the files that a program is made of.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it is to the program, for the message: <c>the assembly</c>.</param>
    /// <exception cref="AppLinkException">It cannot be read.</exception>
    public static byte[] Read(string path, string what)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            string why = exception is FileNotFoundException or DirectoryNotFoundException ? "it does not exist" : exception.Message.TrimEnd('.');
            throw new AppLinkException(LinkError.UnreadableInput, $"{what} '{path}' cannot be read: {why}", exception);
        }
    }
}
