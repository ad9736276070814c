using Skiff.Wasm.Linking;

namespace Skiff.Runtime.References;

/// <summary>
/// The block of string literals at the start of the static data. The linker sorts them by their ends, backwards, and
/// lets a string that another one ends with lie inside of it: in the last such one of the order.
/// </summary>
internal sealed class MergedStrings
{
    private readonly MemoryImage _image;
    private readonly List<(uint Address, int Length)> _strings = [];
    private readonly Dictionary<string, uint> _addresses = [];

    /// <summary>Finds the block in <paramref name="image"/>.</summary>
    /// <param name="image">The static data.</param>
    /// <param name="literals">String literals of the object files, most of which the block must have.</param>
    /// <exception cref="LinkException">It has not.</exception>
    public MergedStrings(MemoryImage image, IReadOnlyCollection<byte[]> literals)
    {
        _image = image;
        FindBlock();
        foreach (var (address, length) in _strings)
        {
            // Of each ending the last place wins.
            for (var i = 0; i <= length; i++)
            {
                _addresses[Key(image.Bytes.Slice((int)address + i, length - i))] = address + (uint)i;
            }
        }

        var found = literals.Count(literal => Find(literal) is not null);
        if (found * 2 < literals.Count)
        {
            throw new LinkException(
                $"Of {literals.Count} string literals of the runtime's object files {found} are in the block of strings at {Start}; does its linker put them elsewhere now?");
        }
    }

    /// <summary>The address of the first string.</summary>
    public uint Start { get; private set; }

    /// <summary>The address after the last one.</summary>
    public uint End { get; private set; }

    /// <summary>Where a literal, its terminating zero included, lies; null when the module does not have it.</summary>
    public uint? Find(ReadOnlySpan<byte> literal) =>
        literal is [.. var text, 0] && _addresses.TryGetValue(Key(text), out var address) ? address : null;

    /// <summary>The address after the zero that ends the string around <paramref name="address"/>.</summary>
    public uint EndOf(uint address) => address + (uint)_image.Bytes[(int)address..].IndexOf((byte)0) + 1;

    private static string Key(ReadOnlySpan<byte> text) => System.Text.Encoding.Latin1.GetString(text);

    // The longest run of strings, each of them after the one before it in that order.
    private void FindBlock()
    {
        var best = (Start: 0, Count: 0);
        List<(uint Address, int Length)> all = [];
        var bytes = _image.Bytes;
        for (var position = (int)_image.Start; position < bytes.Length;)
        {
            var length = bytes[position..].IndexOf((byte)0);
            if (length < 0)
            {
                break;
            }

            all.Add(((uint)position, length));
            position += length + 1;
        }

        for (var start = 0; start < all.Count;)
        {
            var end = start + 1;
            while (end < all.Count && IsBefore(all[end - 1], all[end]))
            {
                end++;
            }

            if (end - start > best.Count)
            {
                best = (start, end - start);
            }

            start = end;
        }

        _strings.AddRange(all.Skip(best.Start).Take(best.Count));
        Start = _strings[0].Address;
        End = _strings[^1].Address + (uint)_strings[^1].Length + 1;
    }

    // Compared from the end, larger bytes first, and a string after those that end with it.
    private bool IsBefore((uint Address, int Length) first, (uint Address, int Length) second)
    {
        var a = _image.Bytes.Slice((int)first.Address, first.Length);
        var b = _image.Bytes.Slice((int)second.Address, second.Length);
        for (var i = 1; i <= Math.Min(a.Length, b.Length); i++)
        {
            if (a[^i] != b[^i])
            {
                return a[^i] > b[^i];
            }
        }

        return a.Length > b.Length && b.Length > 0;
    }
}
