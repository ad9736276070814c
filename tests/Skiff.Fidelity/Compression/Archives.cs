using System.Formats.Tar;
using System.IO.Compression;

namespace Skiff.Fidelity.Compression;

public static class Archives
{
    private static readonly DateTimeOffset s_moment = new(2024, 5, 6, 7, 8, 10, TimeSpan.Zero);

    private static void Plant()
    {
        Directory.CreateDirectory("tree/sub");
        File.WriteAllText("tree/a.txt", new string('a', 5000));
        File.WriteAllText("tree/sub/ünï.txt", "nested");
        Directory.CreateDirectory("tree/empty");
    }

    [Program]
    public static void ZipInMemory()
    {
        using MemoryStream memory = new();
        using (ZipArchive archive = new(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, CompressionLevel level) in new[] { ("stored.txt", CompressionLevel.NoCompression), ("dir/packed.txt", CompressionLevel.Optimal) })
            {
                ZipArchiveEntry entry = archive.CreateEntry(name, level);
                entry.LastWriteTime = s_moment;
                entry.Comment = "note";
                using StreamWriter writer = new(entry.Open());
                writer.Write(string.Concat(Enumerable.Repeat("content ", 500)));
            }
        }

        using (ZipArchive archive = new(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.GetEntry("stored.txt")!.Delete();
            using Stream stream = archive.CreateEntry("added").Open();
            stream.Write("added later"u8);
        }

        using ZipArchive reading = new(memory, ZipArchiveMode.Read);
        foreach (ZipArchiveEntry entry in reading.Entries)
        {
            using StreamReader reader = new(entry.Open());
            WriteLine($"{entry.FullName} {entry.Name} {entry.Length} {entry.CompressedLength < 200} {entry.Crc32:x} '{entry.Comment}' {reader.ReadToEnd().Length} {entry.IsEncrypted}");
        }

        WriteLine(reading.GetEntry("none") is null);
        Attempt.Do("not a zip", () => new ZipArchive(new MemoryStream(new byte[100])));
    }

    [Program]
    public static void ZipFiles()
    {
        Plant();
        ZipFile.CreateFromDirectory("tree", "tree.zip", CompressionLevel.SmallestSize, includeBaseDirectory: true);
        using (ZipArchive archive = ZipFile.OpenRead("tree.zip"))
        {
            WriteLine(string.Join(' ', archive.Entries.Select(e => $"{e.FullName}:{e.Length}").Order(StringComparer.Ordinal)));
            archive.Entries.First(e => e.Name == "a.txt").ExtractToFile("extracted.txt");
        }

        WriteLine(File.ReadAllText("extracted.txt").Length);
        ZipFile.ExtractToDirectory("tree.zip", "out");
        WriteLine(string.Join(' ', Directory.GetFileSystemEntries("out", "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)));
        Attempt.Do("again", () =>
        {
            try
            {
                ZipFile.ExtractToDirectory("tree.zip", "out");
            }
            catch (IOException e)
            {
                throw new IOException(e.GetType().Name);
            }
        });
        ZipFile.ExtractToDirectory("tree.zip", "out", overwriteFiles: true);
        using (ZipArchive hostile = ZipFile.Open("hostile.zip", ZipArchiveMode.Create))
        {
            using Stream stream = hostile.CreateEntry("../../outside.txt").Open();
            stream.WriteByte(1);
        }

        Attempt.Do("outside", () => ZipFile.ExtractToDirectory("hostile.zip", "out2"));
    }

    [Program]
    public static async Task Tar()
    {
        Plant();
        File.SetLastWriteTimeUtc("tree/a.txt", s_moment.UtcDateTime);
        await TarFile.CreateFromDirectoryAsync("tree", "tree.tar", includeBaseDirectory: false);
        await using (FileStream stream = File.OpenRead("tree.tar"))
        {
            await using TarReader reader = new(stream);
            List<string> lines = [];
            while (await reader.GetNextEntryAsync() is TarEntry entry)
            {
                lines.Add($"{entry.Name} {entry.EntryType} {entry.Length} {entry.Format}");
            }

            WriteLine(string.Join('\n', lines.Order(StringComparer.Ordinal)));
        }

        Directory.CreateDirectory("untarred");
        TarFile.ExtractToDirectory("tree.tar", "untarred", overwriteFiles: false);
        WriteLine($"{File.ReadAllText("untarred/sub/ünï.txt")} {File.GetLastWriteTimeUtc("untarred/a.txt"):O}");
        using MemoryStream memory = new();
        using (TarWriter writer = new(memory, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "in-memory") { DataStream = new MemoryStream("abc"u8.ToArray()), ModificationTime = s_moment, UserName = "user" });
        }

        memory.Position = 0;
        using TarReader back = new(memory);
        UstarTarEntry read = (UstarTarEntry)back.GetNextEntry()!;
        WriteLine($"{read.Name} {read.UserName} {read.ModificationTime:O} {read.Mode} {memory.Length}");
    }
}
