namespace Skiff.Fidelity.Files;

public static class Attributes
{
    [Program]
    public static void Times()
    {
        File.WriteAllText("f", "x");
        DateTime now = DateTime.UtcNow;
        WriteLine((now - File.GetLastWriteTimeUtc("f")).Duration() < TimeSpan.FromMinutes(2));
        WriteLine((now - File.GetLastAccessTimeUtc("f")).Duration() < TimeSpan.FromMinutes(2));
        WriteLine((now - File.GetCreationTimeUtc("f")).Duration() < TimeSpan.FromMinutes(2));
        DateTime moment = new(2001, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc("f", moment);
        File.SetLastAccessTimeUtc("f", moment.AddYears(1));
        WriteLine($"{File.GetLastWriteTimeUtc("f"):O} {File.GetLastAccessTimeUtc("f"):O}");
        FileInfo info = new("f") { LastWriteTimeUtc = moment.AddTicks(1) };
        info.Refresh();
        WriteLine($"{info.LastWriteTimeUtc:O} {info.LastAccessTimeUtc:O}");
        File.SetLastWriteTime("f", new DateTime(2020, 6, 1, 12, 0, 0, DateTimeKind.Local));
        WriteLine($"{File.GetLastWriteTime("f"):s} {File.GetLastWriteTime("f").Kind}");
        Directory.CreateDirectory("d");
        Directory.SetLastWriteTimeUtc("d", moment);
        WriteLine($"{Directory.GetLastWriteTimeUtc("d"):O}");
        WriteLine($"{File.GetLastWriteTimeUtc("missing"):O}");
        File.SetLastWriteTimeUtc("f", DateTime.UnixEpoch);
        File.AppendAllText("f", "y");
        WriteLine(File.GetLastWriteTimeUtc("f") > DateTime.UnixEpoch.AddYears(40));
        using FileStream stream = File.Open("f", FileMode.Open);
        File.SetLastWriteTimeUtc(stream.SafeFileHandle, moment);
        WriteLine($"{File.GetLastWriteTimeUtc(stream.SafeFileHandle):O}");
    }

    [Program]
    public static void TimesBeforeTheEpoch()
    {
        File.WriteAllText("f", "x");
        Attempt.Do("1960", () => File.SetLastWriteTimeUtc("f", new DateTime(1960, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        WriteLine(File.GetLastWriteTimeUtc("f").Year < 1970);
    }

    [Program]
    public static void Info()
    {
        FileInfo info = new("sub/../name.with.dots.txt");
        WriteLine($"{info.Name} {info.Extension} {info.Exists} {info.ToString()}");
        WriteLine(info.Directory!.FullName == Directory.GetCurrentDirectory());
        using (StreamWriter writer = info.CreateText())
        {
            writer.Write("hello");
        }

        WriteLine(info.Exists);
        info.Refresh();
        WriteLine($"{info.Exists} {info.Length} {info.Attributes}");
        using (FileStream stream = info.OpenRead())
        {
            WriteLine(stream.Length);
        }

        FileInfo copy = info.CopyTo("copy");
        WriteLine($"{copy.Name} {copy.Exists} {copy.Length}");
        copy.Delete();
        WriteLine(copy.Exists);
        copy.Refresh();
        WriteLine(copy.Exists);
        Directory.CreateDirectory("dir");
        WriteLine($"{File.GetAttributes("dir")} {File.GetAttributes(info.Name)} {new DirectoryInfo("dir").Attributes}");
        File.WriteAllText(".hidden", "");
        WriteLine(File.GetAttributes(".hidden"));
        WriteLine(new FileInfo("dir").Exists);
        WriteLine(new DirectoryInfo(info.Name).Exists);
        WriteLine((int)new FileInfo("missing").Attributes);
    }

    [Program]
    public static void ReadOnlyAttribute()
    {
        File.WriteAllText("f", "x");
        FileInfo info = new("f") { IsReadOnly = true };
        info.Refresh();
        WriteLine($"{info.IsReadOnly} {info.Attributes}");
        info.IsReadOnly = false;
        WriteLine(new FileInfo("f").IsReadOnly);
        File.SetAttributes("f", FileAttributes.ReadOnly);
        WriteLine(File.GetAttributes("f"));
        File.SetAttributes("f", FileAttributes.Normal);
        WriteLine(File.GetAttributes("f"));
    }

    [Program]
    public static void UnixModes()
    {
        File.WriteAllText("f", "x");
        File.SetUnixFileMode("f", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        WriteLine(File.GetUnixFileMode("f"));
        File.SetUnixFileMode("f", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        WriteLine(File.GetUnixFileMode("f"));
        Directory.CreateDirectory("d", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        WriteLine(File.GetUnixFileMode("d"));
    }
}
