namespace Skiff.Hosting.Cache;

/// <summary>Writes files in which runs of zeros, such as memory that nothing was put in, take no room where the file system can leave them out.</summary>
internal static class SparseFile
{
    private const int PageSize = 4096;

    /// <summary>Appends to a file that was created for it.</summary>
    public static void Append(FileStream file, ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            int zeros = Run(bytes, isZero: true);
            file.Seek(zeros, SeekOrigin.Current);
            bytes = bytes[zeros..];
            int others = Run(bytes, isZero: false);
            file.Write(bytes[..others]);
            bytes = bytes[others..];
        }

        if (file.Position > file.Length)
        {
            file.SetLength(file.Position);
        }
    }

    /// <summary>How many bytes from the beginning on are pages of zeros, or are none.</summary>
    private static int Run(ReadOnlySpan<byte> bytes, bool isZero)
    {
        int length = 0;
        while (length < bytes.Length && bytes.Slice(length, Math.Min(PageSize, bytes.Length - length)) is var page
            && page.ContainsAnyExcept((byte)0) != isZero)
        {
            length += page.Length;
        }

        return length;
    }
}
