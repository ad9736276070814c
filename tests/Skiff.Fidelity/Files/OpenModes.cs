namespace Skiff.Fidelity.Files;

public static class OpenModes
{
    [Program]
    public static void EveryModeOnPresentAndMissing()
    {
        foreach (FileMode mode in Enum.GetValues<FileMode>())
        {
            foreach (FileAccess access in Enum.GetValues<FileAccess>())
            {
                foreach (bool present in new[] { true, false })
                {
                    File.Delete("subject");
                    if (present)
                    {
                        File.WriteAllText("subject", "0123456789");
                    }

                    string result;
                    try
                    {
                        using FileStream stream = new("subject", mode, access);
                        result = $"position {stream.Position}, length {stream.Length}, read {stream.CanRead}, write {stream.CanWrite}, seek {stream.CanSeek}";
                    }
                    catch (Exception e)
                    {
                        result = $"{e.GetType().Name}: {e.Message.Replace(Path.GetFullPath("."), "~")}";
                    }

                    WriteLine($"{mode} {access} {(present ? "present" : "missing")}: {result}; then {(File.Exists("subject") ? new FileInfo("subject").Length : "absent")}");
                }
            }
        }
    }

    [Program]
    public static void WrongWayAccess()
    {
        File.WriteAllText("a", "content");
        using (FileStream reading = File.OpenRead("a"))
        {
            Attempt.Do("write to a reader", () => reading.WriteByte(1));
            Attempt.Do("write span", () => reading.Write([1, 2]));
            Attempt.Do("set length", () => reading.SetLength(3));
            Attempt.Show("read", () => reading.ReadByte());
        }

        using (FileStream writing = File.OpenWrite("a"))
        {
            Attempt.Show("read from a writer", () => writing.ReadByte());
            Attempt.Do("write", () => writing.WriteByte((byte)'C'));
        }

        WriteLine(File.ReadAllText("a"));
        FileStream closed = File.OpenRead("a");
        closed.Dispose();
        Attempt.Show("read after dispose", () => closed.ReadByte());
        Attempt.Show("length after dispose", () => closed.Length);
        Attempt.Show("can read after dispose", () => closed.CanRead);
    }

    [Program]
    public static void Append()
    {
        for (int i = 0; i < 3; i++)
        {
            using FileStream stream = new("log", FileMode.Append);
            stream.Write(Encoding.UTF8.GetBytes($"line {i}\n"));
            WriteLine($"{stream.Position} {stream.Length}");
            Attempt.Show("seek back", () => stream.Seek(0, SeekOrigin.Begin));
            Attempt.Show("seek forward", () => stream.Seek(20, SeekOrigin.End));
        }

        File.AppendAllText("log", "text\n");
        File.AppendAllLines("log", ["x", "y"]);
        File.AppendAllBytes("log", "bytes\n"u8);
        using (StreamWriter writer = File.AppendText("log"))
        {
            writer.WriteLine("appended");
        }

        Write(File.ReadAllText("log"));
    }

    [Program]
    public static void Sharing()
    {
        File.WriteAllText("shared", "content");
        foreach (FileShare first in new[] { FileShare.None, FileShare.Read, FileShare.ReadWrite })
        {
            using FileStream holder = new("shared", FileMode.Open, FileAccess.ReadWrite, first);
            foreach (FileAccess second in Enum.GetValues<FileAccess>())
            {
                try
                {
                    using FileStream other = new("shared", FileMode.Open, second, FileShare.ReadWrite);
                    WriteLine($"{first} then {second}: opened");
                }
                catch (IOException e)
                {
                    WriteLine($"{first} then {second}: {e.GetType().Name} {e.Message.Replace(Path.GetFullPath("."), "~")}");
                }
            }
        }
    }

    [Program]
    public static void Options()
    {
        using (FileStream temporary = new("temporary", new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.SequentialScan,
            BufferSize = 0,
            PreallocationSize = 1024,
        }))
        {
            temporary.Write("abc"u8);
            WriteLine($"{temporary.Length} {File.Exists("temporary")} {temporary.IsAsync} {Path.GetFileName(temporary.Name)}");
        }

        WriteLine(File.Exists("temporary"));
        Attempt.Do("negative preallocation", () => new FileStreamOptions { PreallocationSize = -1 });
        Attempt.Do("preallocation with open", () => new FileStream("none", new FileStreamOptions { Mode = FileMode.Open, PreallocationSize = 10 }));
        Attempt.Do("append for reading", () => new FileStream("none", FileMode.Append, FileAccess.Read));
        Attempt.Do("truncate for reading", () => new FileStream("none", FileMode.Truncate, FileAccess.Read));
        Attempt.Do("empty path", () => new FileStream("", FileMode.Open));
        Attempt.Do("null path", () => new FileStream((string)null!, FileMode.Open));
        Attempt.Do("NUL in path", () => new FileStream("a\0b", FileMode.Open));
        Attempt.Do("bad mode", () => new FileStream("a", (FileMode)99));
        Attempt.Do("bad buffer", () => new FileStream("a", FileMode.Create, FileAccess.Write, FileShare.None, -5));
    }
}
