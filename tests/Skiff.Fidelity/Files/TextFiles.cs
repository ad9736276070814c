namespace Skiff.Fidelity.Files;

public static class TextFiles
{
    [Program]
    public static void WholeFiles()
    {
        File.WriteAllText("text", "first\r\nsecond\nthird\rfourth — ünï\n");
        WriteLine(File.ReadAllBytes("text").Length);
        WriteLine(Attempt.Text(File.ReadAllLines("text")));
        foreach (string line in File.ReadLines("text"))
        {
            WriteLine($"{line.Length} {line}");
        }

        File.WriteAllLines("lines", Enumerable.Range(1, 5).Select(i => new string('x', i)));
        WriteLine(File.ReadAllText("lines").ReplaceLineEndings("|"));
        File.WriteAllBytes("bytes", [0, 255, 128, 10]);
        WriteLine(Convert.ToHexString(File.ReadAllBytes("bytes")));
        File.WriteAllText("empty", "");
        WriteLine($"{File.ReadAllText("empty").Length} {File.ReadAllLines("empty").Length} {new FileInfo("empty").Length}");
        File.WriteAllText("text", "shorter");
        WriteLine(File.ReadAllText("text"));
        File.WriteAllText("null", null);
        WriteLine(new FileInfo("null").Length);
    }

    [Program]
    public static void Encodings()
    {
        const string Text = "Grüße, 世界 🌍\n";
        Encoding[] encodings =
        [
            new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode,
            Encoding.UTF32, new UTF32Encoding(true, true), Encoding.Latin1, Encoding.ASCII,
        ];
        foreach (Encoding encoding in encodings)
        {
            File.WriteAllText("e", Text, encoding);
            byte[] bytes = File.ReadAllBytes("e");
            WriteLine($"{encoding.WebName} {bytes.Length} {Convert.ToHexString(bytes.AsSpan(0, 8))} detected: {File.ReadAllText("e").TrimEnd()} named: {File.ReadAllText("e", encoding).TrimEnd()}");
            using StreamReader reader = new("e", Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            reader.Peek();
            WriteLine(reader.CurrentEncoding.WebName);
        }

        File.WriteAllBytes("bad", [0x61, 0xC3, 0x28, 0xF0, 0x9F, 0x62]);
        WriteLine(File.ReadAllText("bad"));
        Attempt.Show("strict", () => File.ReadAllText("bad", new UTF8Encoding(false, true)));
    }

    [Program]
    public static void ReaderAndWriter()
    {
        using (StreamWriter writer = new("w", append: false, Encoding.UTF8, 128) { NewLine = "\r\n" })
        {
            writer.Write("int ");
            writer.Write(42);
            writer.Write(' ');
            writer.Write(1.5);
            writer.Write(" {0}-{1}", "a", 'b');
            writer.WriteLine();
            writer.WriteLine(true);
            writer.WriteLine("{0:x4} {1:f2}", 255, 2.0 / 3);
            writer.WriteLine(['c', 'h', 'a', 'r', 's'], 1, 3);
            writer.Write(new StringBuilder("builder"));
            WriteLine($"{writer.AutoFlush} {writer.Encoding.WebName} {new FileInfo("w").Length}");
            writer.Flush();
            WriteLine(new FileInfo("w").Length);
        }

        using StreamReader reader = new("w");
        WriteLine((char)reader.Peek());
        WriteLine((char)reader.Read());
        char[] block = new char[6];
        WriteLine($"{reader.ReadBlock(block, 0, 6)} {new string(block)}");
        WriteLine(reader.ReadLine());
        WriteLine(reader.ReadLine());
        WriteLine(reader.EndOfStream);
        WriteLine(reader.ReadToEnd());
        WriteLine($"{reader.EndOfStream} {reader.ReadLine() ?? "null"} {reader.Read()} {reader.Peek()}");
        reader.BaseStream.Position = 0;
        reader.DiscardBufferedData();
        WriteLine(reader.ReadLine());
    }

    [Program]
    public static void BinaryFiles()
    {
        using (BinaryWriter writer = new(File.Create("b")))
        {
            writer.Write(true);
            writer.Write((byte)200);
            writer.Write((short)-2);
            writer.Write(123456789);
            writer.Write(long.MinValue);
            writer.Write(3.14f);
            writer.Write(Math.E);
            writer.Write(79228162514264337593543950335m);
            writer.Write("strïng");
            writer.Write(new string('z', 300));
            writer.Write('€');
            writer.Write7BitEncodedInt(-1);
            writer.Write7BitEncodedInt64(1L << 40);
            writer.Write((Half)0.5);
        }

        WriteLine(new FileInfo("b").Length);
        using BinaryReader reader = new(File.OpenRead("b"));
        WriteLine($"{reader.ReadBoolean()} {reader.ReadByte()} {reader.ReadInt16()} {reader.ReadInt32()} {reader.ReadInt64()}");
        WriteLine($"{reader.ReadSingle()} {reader.ReadDouble()} {reader.ReadDecimal()} {reader.ReadString()} {reader.ReadString().Length}");
        WriteLine($"{reader.ReadChar()} {reader.Read7BitEncodedInt()} {reader.Read7BitEncodedInt64()} {reader.ReadHalf()}");
        WriteLine(reader.PeekChar());
        Attempt.Show("at the end", () => reader.ReadInt32());
    }
}
