using System.Runtime.InteropServices;
using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Objects;

/// <summary>
/// A relocatable object file (tool conventions: linking): a module whose custom sections say what its numbers mean.
/// </summary>
public sealed class ObjectFile
{
    private readonly Dictionary<Function, List<ObjectRelocation>> _inFunctions = [];
    private readonly Dictionary<DataSegment, List<ObjectRelocation>> _inSegments = [];

    private ObjectFile(string name, Module module)
    {
        Name = name;
        Module = module;
    }

    /// <summary>What the file is called, for messages.</summary>
    public string Name { get; }

    /// <summary>The module, without the bodies of its functions.</summary>
    public Module Module { get; }

    /// <summary>The symbols, in order.</summary>
    public IReadOnlyList<ObjectSymbol> Symbols { get; private set; } = [];

    /// <summary>The data segments, in order.</summary>
    public IReadOnlyList<ObjectSegment> Segments { get; private set; } = [];

    /// <summary>The symbols of the functions that run before anything else.</summary>
    public IReadOnlyList<ObjectSymbol> Constructors { get; private set; } = [];

    /// <summary>Reads an object file.</summary>
    /// <param name="name">What the file is called, for messages.</param>
    /// <param name="file">Its contents.</param>
    /// <exception cref="WasmFormatException">The bytes are not a well-formed object file.</exception>
    public static ObjectFile Read(string name, ReadOnlyMemory<byte> file)
    {
        // The reader's segments are slices of this array, which is how relocations find them.
        byte[] bytes = file.ToArray();
        ObjectFile result = new(name, new ModuleDecoder(bytes) { SkipsBodies = true }.Decode());
        ObjectFileReader reader = new(result.Module, bytes);
        reader.ReadLinking();
        result.Symbols = reader.Symbols;
        result.Segments = reader.Segments;
        result.Constructors = reader.Constructors;
        result.Assign(reader);
        return result;
    }

    /// <summary>The relocations in a function's code, in order.</summary>
    public IReadOnlyList<ObjectRelocation> RelocationsOf(Function function) =>
        _inFunctions.TryGetValue(function, out List<ObjectRelocation>? found) ? found : [];

    /// <summary>The relocations in a segment, in order.</summary>
    public IReadOnlyList<ObjectRelocation> RelocationsOf(DataSegment segment) =>
        _inSegments.TryGetValue(segment, out List<ObjectRelocation>? found) ? found : [];

    private void Assign(ObjectFileReader reader)
    {
        Function[] functions = [.. Module.Functions.Where(function => !function.IsImported)];
        long[] starts = [.. functions.Select(function => function.Offset - reader.CodeStart)];
        foreach (ObjectRelocation relocation in reader.Relocations(SectionId.Code))
        {
            int owner = Owner(starts, relocation.Offset);
            Add(_inFunctions, functions[owner], relocation with { Offset = (uint)(relocation.Offset - starts[owner]) });
        }

        DataSegment[] segments = [.. Module.DataSegments];
        long[] offsets = [.. segments.Select(segment => (long)OffsetInFile(segment) - reader.DataStart)];
        foreach (ObjectRelocation relocation in reader.Relocations(SectionId.Data))
        {
            int owner = Owner(offsets, relocation.Offset);
            Add(_inSegments, segments[owner], relocation with { Offset = (uint)(relocation.Offset - offsets[owner]) });
        }
    }

    private static int Owner(long[] starts, long offset)
    {
        int index = Array.BinarySearch(starts, offset);
        index = index < 0 ? ~index - 1 : index;
        return index >= 0 ? index : throw new WasmFormatException("a relocation lies before what it could be in", offset, SectionId.Custom);
    }

    private static int OffsetInFile(DataSegment segment) =>
        MemoryMarshal.TryGetArray(segment.Bytes, out ArraySegment<byte> slice)
            ? slice.Offset
            : throw new InvalidOperationException("A data segment is no slice of the file that it was read from.");

    private static void Add<T>(Dictionary<T, List<ObjectRelocation>> lists, T owner, ObjectRelocation relocation)
        where T : notnull
    {
        if (!lists.TryGetValue(owner, out List<ObjectRelocation>? list))
        {
            lists.Add(owner, list = []);
        }

        list.Add(relocation);
    }
}
