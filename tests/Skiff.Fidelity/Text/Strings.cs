using System.Buffers;

namespace Skiff.Fidelity.Text;

public static class Strings
{
    [Program]
    public static void Members()
    {
        const string Text = "The quick brown fox, the lazy dog";
        WriteLine($"{Text.IndexOf("the", StringComparison.Ordinal)} {Text.IndexOf("the", StringComparison.OrdinalIgnoreCase)} {Text.LastIndexOf('o')} {Text.IndexOfAny(['x', 'z'])} {Text.Contains("fox,")} {Text.StartsWith("the", StringComparison.InvariantCultureIgnoreCase)} {Text.EndsWith("DOG", StringComparison.OrdinalIgnoreCase)}");
        WriteLine($"{Text.Substring(4, 5)}|{Text[^3..]}|{Text[4..9]}|{Text.Remove(3)}|{Text.Insert(3, "!!")}|{Text.Replace("the", "a")}|{Text.Replace("THE", "a", StringComparison.OrdinalIgnoreCase)}");
        WriteLine(string.Join('|', Text.Split(' ')) + " " + string.Join('|', Text.Split([',', ' '], 3, StringSplitOptions.RemoveEmptyEntries)) + " " + string.Join('|', " a , b ,, c ".Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        WriteLine($"[{" \t x\u00a0 ".Trim()}] [{"xxaxx".TrimStart('x')}] [{"--a--".TrimEnd('-')}] [{"7".PadLeft(3, '0')}] [{"a".PadRight(4)}]");
        WriteLine($"{string.Concat("a", null, "b")} {string.Join(", ", 1, 'c', null, 2.5)} {new string('=', 10)} {string.IsNullOrWhiteSpace("\u2003")} {string.IsNullOrEmpty("")}");
        WriteLine($"{Text.ToUpperInvariant()} {Text.ToLowerInvariant()} {"ǆ ß ŉ ﬁ İ".ToUpperInvariant()} {"ΑΣ İ Å".ToLowerInvariant()}");
        WriteLine($"{string.Compare("a", "B", StringComparison.Ordinal) < 0} {string.Compare("a", "B", StringComparison.InvariantCulture) < 0} {string.CompareOrdinal("a", "b")} {"abc".CompareTo("abd")} {string.Equals("ß", "SS", StringComparison.InvariantCultureIgnoreCase)}");
        WriteLine("one\r\ntwo\rthree\u2028four\n".ReplaceLineEndings("|"));
        WriteLine($"{string.Create(5, 'a', (span, c) => { for (int i = 0; i < span.Length; i++) { span[i] = (char)(c + i); } })} {"a-b-c".Count(c => c == '-')} {string.Intern("x") == "x"} {"tab\there".IndexOf('\t')}");
        foreach (char c in new[] { 'a', 'Z', '5', ' ', '_', 'é', '\u0660', '€', '\n', '\ud83d', 'ǅ', '½' })
        {
            WriteLine($"{(int)c:x4} {char.IsLetter(c)} {char.IsDigit(c)} {char.IsNumber(c)} {char.IsWhiteSpace(c)} {char.IsPunctuation(c)} {char.IsSymbol(c)} {char.IsControl(c)} {char.IsSurrogate(c)} {char.IsUpper(c)} {char.GetUnicodeCategory(c)} {char.GetNumericValue(c)}");
        }

        Attempt.Do("substring", () => _ = Text.Substring(100));
        Attempt.Do("negative", () => _ = Text.Substring(1, -1));
        Attempt.Do("index", () => _ = Text[Text.Length]);
        Attempt.Do("empty old value", () => _ = Text.Replace("", "x"));
        Attempt.Do("null", () => ((string)null!).ToString());
    }

    [Program]
    public static void Builder()
    {
        StringBuilder builder = new("start", 16);
        for (int i = 0; i < 200; i++)
        {
            builder.Append(i).Append(',');
        }

        builder.Insert(5, "-inserted-").Remove(0, 2).Replace("1", "<1>", 0, 60).AppendJoin('+', 1, 2, 3).AppendLine().AppendFormat(CultureInfo.InvariantCulture, "{0:F2}{1,6}", Math.PI, "r");
        builder.Append(CultureInfo.InvariantCulture, $"{1.5:000.0}|{DateTime.UnixEpoch:yyyy}");
        WriteLine($"{builder.Length} {builder}");
        int chunks = 0, length = 0;
        foreach (ReadOnlyMemory<char> chunk in builder.GetChunks())
        {
            chunks++;
            length += chunk.Length;
        }

        WriteLine($"{chunks > 1} {length == builder.Length} {builder[10]} {builder.Equals(new StringBuilder(builder.ToString()))}");
        builder.Length = 5;
        builder[0] = 'X';
        WriteLine(builder);
        builder.Clear().Append('z', 3).Append(true).Append(1.25m).Append((object)"o");
        WriteLine(builder);
        Attempt.Do("capacity", () => new StringBuilder(1, 3).Append("four"));
        Attempt.Do("index", () => builder[1000] = 'x');
    }

    [Program]
    public static void Spans()
    {
        ReadOnlySpan<char> text = "key=value;other=thing;last";
        foreach (Range range in text.Split(';'))
        {
            ReadOnlySpan<char> part = text[range];
            int equals = part.IndexOf('=');
            WriteLine(equals < 0 ? part.ToString() : $"{part[..equals]} -> {part[(equals + 1)..]}");
        }

        Span<int> numbers = [5, 3, 9, 1, 7, 3];
        numbers.Sort();
        WriteLine($"{string.Join(' ', numbers.ToArray())} {numbers.BinarySearch(7)} {numbers.IndexOf(3)} {numbers.LastIndexOf(3)} {numbers.Contains(4)} {numbers.Count(3)}");
        numbers.Reverse();
        numbers[1..3].Fill(0);
        numbers[^1..].Clear();
        WriteLine(string.Join(' ', numbers.ToArray()));
        SearchValues<char> vowels = SearchValues.Create("aeiouAEIOU");
        SearchValues<string> words = SearchValues.Create(["fox", "DOG"], StringComparison.OrdinalIgnoreCase);
        WriteLine($"{"rhythm of".AsSpan().IndexOfAny(vowels)} {"aeix".AsSpan().IndexOfAnyExcept(vowels)} {"the lazy dog".AsSpan().IndexOfAny(words)} {"xyz".AsSpan().ContainsAny(vowels)}");
        WriteLine($"{MemoryExtensions.CommonPrefixLength<char>("interest", "internet")} {"abc".AsSpan().SequenceCompareTo("abd")} {"  trim ".AsSpan().Trim().Length} {"ABC".AsSpan().Equals("abc", StringComparison.OrdinalIgnoreCase)}");
        Span<char> buffer = stackalloc char[32];
        WriteLine($"{1234.5.TryFormat(buffer, out int written, "N2", CultureInfo.InvariantCulture)} {buffer[..written]} {buffer.TryWrite($"{7:d3}!", out written)} {buffer[..written]}");
        WriteLine($"{"Hello".AsSpan().ToUpperInvariant(buffer)} {buffer[..5]} {"a,b".AsSpan().ContainsAnyInRange('0', '9')} {"x".AsSpan().IsWhiteSpace()}");
        Memory<byte> memory = new byte[10];
        memory.Span[3] = 4;
        WriteLine($"{memory[2..5].Length} {memory.Slice(3).Span[0]} {memory.TryPin()}");
        using IMemoryOwner<byte> owner = MemoryPool<byte>.Shared.Rent(100);
        WriteLine(owner.Memory.Length >= 100);
        byte[] rented = ArrayPool<byte>.Shared.Rent(1000);
        WriteLine(rented.Length);
        ArrayPool<byte>.Shared.Return(rented);
        Attempt.Do("slice", () => _ = "abc".AsSpan(2, 5).Length);
    }

    private static bool TryPin(this Memory<byte> memory)
    {
        using MemoryHandle handle = memory.Pin();
        unsafe
        {
            return ((byte*)handle.Pointer)[3] == 4;
        }
    }
}
