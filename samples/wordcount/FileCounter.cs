using System.Buffers;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace WordCount;

/// <summary>Counts a file a block at a time, so that its size does not matter.</summary>
static class FileCounter
{
    private const int BlockSize = 16 * 1024;

    private static readonly SearchValues<char> s_whiteSpace = SearchValues.Create(
        "\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000");

    public static Counts Count(string path)
    {
        using SafeFileHandle file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        byte[] bytes = ArrayPool<byte>.Shared.Rent(BlockSize);
        char[] chars = ArrayPool<char>.Shared.Rent(Encoding.UTF8.GetMaxCharCount(bytes.Length));
        // A character may begin in one block and end in the next.
        Decoder decoder = Encoding.UTF8.GetDecoder();

        long lines = 0;
        long words = 0;
        long offset = 0;
        bool inWord = false;
        int read;
        while ((read = RandomAccess.Read(file, bytes, offset)) > 0)
        {
            offset += read;
            ReadOnlySpan<char> text = chars.AsSpan(0, decoder.GetChars(bytes.AsSpan(0, read), chars, flush: false));
            lines += text.Count('\n');
            words += CountWords(text, ref inWord);
        }

        ArrayPool<byte>.Shared.Return(bytes);
        ArrayPool<char>.Shared.Return(chars);
        return new Counts(lines, words, offset);
    }

    /// <summary>Counts the words that begin in <paramref name="text"/>, and says whether it ends within one.</summary>
    private static long CountWords(ReadOnlySpan<char> text, ref bool inWord)
    {
        long words = 0;
        while (true)
        {
            int boundary = inWord ? text.IndexOfAny(s_whiteSpace) : text.IndexOfAnyExcept(s_whiteSpace);
            if (boundary < 0)
            {
                return words;
            }

            inWord = !inWord;
            words += inWord ? 1 : 0;
            text = text[boundary..];
        }
    }
}
