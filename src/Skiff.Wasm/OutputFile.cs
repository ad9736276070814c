namespace Skiff.Wasm;

/// <summary>
/// Writes a file so that it is at every moment either the old one or the new one: beside it first, then over it.
/// </summary>
public static class OutputFile
{
    // What is there is no file, and must not become one.
    private const string Devices = "/dev/";

    /// <summary>Writes the file. A symbolic link stays, and what it leads to is written.</summary>
    /// <param name="path">The file; its directory must exist.</param>
    /// <param name="write">Writes its content.</param>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be written.</exception>
    public static long Write(string path, Action<Stream> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(write);
        string full = Path.GetFullPath(path);
        if (!IsDevice(full) && File.Exists(full))
        {
            full = File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }

        if (IsDevice(full))
        {
            MemoryStream content = new();
            write(content);
            using FileStream device = new(full, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            content.WriteTo(device);
            return content.Length;
        }

        if (Directory.Exists(full))
        {
            throw new IOException("it is a directory");
        }

        // Always the same name, so that what a killed process leaves is overwritten by the next one.
        string temporary = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.tmp");
        FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
        try
        {
            long size;
            using (file)
            {
                write(file);
                file.Flush(flushToDisk: true);
                size = file.Length;
            }

            File.Move(temporary, full, overwrite: true);
            return size;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private static bool IsDevice(string path) => path.StartsWith(Devices, StringComparison.Ordinal);
}
