using System.IO.Compression;

namespace Skiff.Benchmarks.Measuring;

/// <summary>A form that a program is run in.</summary>
/// <param name="Title">What it is, for people.</param>
/// <param name="Command">The command that runs a workload.</param>
/// <param name="Files">What has to be deployed of a program.</param>
internal sealed record Form(string Title, Func<Workload, IReadOnlyList<string>> Command, Func<string, IReadOnlyList<string>> Files)
{
    /// <summary>What a program takes, in bytes: as it is, and compressed file by file.</summary>
    public (long Size, long Gzip) Sizes(string program)
    {
        long gzip = 0;
        foreach (string file in Files(program))
        {
            using MemoryStream compressed = new();
            using (GZipStream stream = new(compressed, CompressionLevel.Optimal, leaveOpen: true))
            {
                stream.Write(File.ReadAllBytes(file));
            }

            gzip += compressed.Length;
        }

        return (Files(program).Sum(file => new FileInfo(file).Length), gzip);
    }
}
