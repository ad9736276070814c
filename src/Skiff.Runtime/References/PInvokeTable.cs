using Skiff.Wasm.Linking;

namespace Skiff.Runtime.References;

/// <summary>
/// The runtime's table of the functions that P/Invokes find (<c>pinvoke.h</c>): per library the address of its name,
/// of its functions and their number; per function the address of its name and its slot.
/// </summary>
internal static class PInvokeTable
{
    private const uint LibrarySize = 12;
    private const uint FunctionSize = 8;
    private const string KnownLibrary = "libSystem.Native";

    /// <summary>Reads the table.</summary>
    /// <returns>Library, function and slot.</returns>
    /// <exception cref="LinkException">It is not there, or of another form.</exception>
    public static IReadOnlyList<(string Library, string Function, uint Slot)> Read(MemoryImage image, MergedStrings strings, IReadOnlySet<uint> slots)
    {
        var name = strings.Find("libSystem.Native\0"u8)
            ?? throw new LinkException($"The runtime does not name {KnownLibrary}, whose functions P/Invokes find by a table.");
        var places = image.Find(name).Where(place => IsLibrary(place)).ToList();
        if (places is not [var known])
        {
            throw new LinkException($"The runtime has {places.Count} tables of the functions in {KnownLibrary} where one is expected.");
        }

        var first = known;
        while (IsLibrary(first - LibrarySize))
        {
            first -= LibrarySize;
        }

        List<(string, string, uint)> found = [];
        for (var library = first; IsLibrary(library); library += LibrarySize)
        {
            for (uint i = 0; i < image.Word(library + 8); i++)
            {
                var function = image.Word(library + 4) + (i * FunctionSize);
                found.Add((image.Text(image.Word(library)), image.Text(image.Word(function)), image.Word(function + 4)));
            }
        }

        return found;

        bool IsLibrary(uint place)
        {
            if (place < image.Start || place + LibrarySize > image.End || !IsText(image.Word(place)))
            {
                return false;
            }

            var functions = image.Word(place + 4);
            var count = image.Word(place + 8);
            if (count is 0 or > 10_000 || functions < image.Start || functions + (count * FunctionSize) > image.End)
            {
                return false;
            }

            for (uint i = 0; i < count; i++)
            {
                var function = functions + (i * FunctionSize);
                if (!IsText(image.Word(function)) || !slots.Contains(image.Word(function + 4)))
                {
                    return false;
                }
            }

            return true;
        }

        bool IsText(uint address) => address >= strings.Start && address < strings.End;
    }
}
