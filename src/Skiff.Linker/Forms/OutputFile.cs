namespace Skiff.Linker.Forms;

/// <summary>
/// Writes a file so that it is at every moment either the old one or the new one: beside it first, then over it.
/// </summary>
internal static class OutputFile
{
    /// <summary>Writes the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="write">Writes its content.</param>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="AppLinkException">It cannot be written.</exception>
    public static long Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        string directory = Path.GetDirectoryName(full)
            ?? throw new AppLinkException(LinkError.UnwritableOutput, $"'{path}' is a directory; name a file in it");
        // Always the same name, so that what a killed process leaves is overwritten by the next one.
        string temporary = Path.Combine(directory, $".{Path.GetFileName(full)}.tmp");
        try
        {
            Directory.CreateDirectory(directory);
            long size;
            using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                write(file);
                file.Flush(flushToDisk: true);
                size = file.Length;
            }

            File.Move(temporary, full, overwrite: true);
            return size;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AppLinkException(LinkError.UnwritableOutput, $"'{path}' cannot be written: {exception.Message.TrimEnd('.')}", exception);
        }
    }
}
