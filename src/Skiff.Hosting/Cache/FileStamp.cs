using System.Text;
using Skiff.Hosting.Wasi.Linux;

namespace Skiff.Hosting.Cache;

/// <summary>
/// What changes whenever a file does: which file it is, its length, when it was last written and, what no program can set,
/// when anything about it last changed.
/// </summary>
internal readonly record struct FileStamp(ulong Device, ulong Inode, ulong Length, ulong Modified, ulong Changed)
{
    // Clocks of file systems stand still for up to two seconds (FAT); what changes again meanwhile would go unseen.
    private static readonly TimeSpan s_granularity = TimeSpan.FromSeconds(2);

    /// <summary>Whether the file has been at rest long enough for the stamp to tell of every later change.</summary>
    public bool IsSettled =>
        (ulong)(DateTime.UtcNow - s_granularity - DateTime.UnixEpoch).Ticks * 100 is var limit && Changed < limit && Modified < limit;

    /// <summary>The stamp of a file; null where the file is not there or the system tells too little.</summary>
    public static unsafe FileStamp? Of(string path)
    {
        if (!LinuxCalls.IsSupported)
        {
            return null;
        }

        Statx status;
        fixed (byte* start = Encoding.UTF8.GetBytes(path + '\0'))
        {
            if (LinuxCalls.StatPath(start, &status) < 0)
            {
                return null;
            }
        }

        Wasi.FileStatus file = status.ToFileStatus();
        return new FileStamp(file.Device, file.Inode, file.Length, file.Modified, file.Changed);
    }

    /// <summary>As text without spaces.</summary>
    public override string ToString() => $"{Device:x}-{Inode:x}-{Length:x}-{Modified:x}-{Changed:x}";
}
