using System.Text;

namespace Skiff.Hosting.Interop;

/// <summary>Texts as C has them, zero-terminated UTF-8, and an array of their addresses.</summary>
internal sealed unsafe class NativeTexts : IDisposable
{
    private readonly int _count;

    /// <summary>Copies texts.</summary>
    /// <param name="texts">The texts.</param>
    /// <param name="what">What each of them is, for the message.</param>
    /// <exception cref="ArgumentException">One has a zero character in it.</exception>
    public NativeTexts(IReadOnlyList<string> texts, string what)
    {
        foreach (string text in texts)
        {
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                throw new ArgumentException($"An {what} cannot contain a zero character: \"{text.Replace("\0", "\\0", StringComparison.Ordinal)}\".");
            }
        }

        _count = texts.Count;
        Pointers = (byte**)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)_count + 1, (nuint)sizeof(nint));
        for (int i = 0; i < _count; i++)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(texts[i]);
            Pointers[i] = (byte*)System.Runtime.InteropServices.NativeMemory.Alloc((nuint)bytes.Length + 1);
            bytes.CopyTo(new Span<byte>(Pointers[i], bytes.Length));
            Pointers[i][bytes.Length] = 0;
        }
    }

    /// <summary>The addresses.</summary>
    public byte** Pointers { get; }

    public void Dispose()
    {
        for (int i = 0; i < _count; i++)
        {
            System.Runtime.InteropServices.NativeMemory.Free(Pointers[i]);
        }

        System.Runtime.InteropServices.NativeMemory.Free(Pointers);
    }
}
