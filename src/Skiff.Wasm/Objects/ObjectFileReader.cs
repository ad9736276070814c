using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Objects;

/// <summary>Reads the custom sections <c>linking</c> and <c>reloc.*</c> (tool conventions: linking).</summary>
internal sealed class ObjectFileReader
{
    private const uint LinkingVersion = 2;
    private const byte SegmentInfo = 5;
    private const byte InitFunctions = 6;
    private const byte SymbolTable = 8;
    private const uint ExplicitName = 0x40;
    private const uint StringsFlag = 1;
    private const int HeaderSize = 8;

    private readonly Module _module;
    private readonly SectionId[] _order;
    private readonly List<ObjectSymbol> _symbols = [];
    private readonly List<ObjectSegment> _segments = [];
    private readonly List<ObjectSymbol> _constructors = [];

    public ObjectFileReader(Module module, byte[] file)
    {
        _module = module;
        List<SectionId> order = [];
        ByteReader reader = new ByteReader(file).At(HeaderSize);
        while (!reader.AtEnd)
        {
            SectionId id = (SectionId)reader.ReadByte();
            ByteReader section = reader.Take(reader.ReadU32(), "a section");
            order.Add(id);
            if (id == SectionId.Code)
            {
                CodeStart = section.Position;
            }
            else if (id == SectionId.Data)
            {
                DataStart = section.Position;
            }
        }

        _order = [.. order];
    }

    /// <summary>The offset in the file of the code section's contents, which relocations count from.</summary>
    public int CodeStart { get; }

    /// <summary>The offset in the file of the data section's contents.</summary>
    public int DataStart { get; }

    public IReadOnlyList<ObjectSymbol> Symbols => _symbols;

    public IReadOnlyList<ObjectSegment> Segments => _segments;

    public IReadOnlyList<ObjectSymbol> Constructors => _constructors;

    public void ReadLinking()
    {
        CustomSection section = _module.CustomSections.Find(section => section.Name == "linking")
            ?? throw new WasmFormatException("the module is no object file: it has no linking section", 0, null);
        ByteReader reader = new(section.Bytes.Span);
        uint version = reader.ReadU32();
        if (version != LinkingVersion)
        {
            throw reader.Error($"the linking section has version {version} where {LinkingVersion} is expected");
        }

        while (!reader.AtEnd)
        {
            byte type = reader.ReadByte();
            ByteReader part = reader.Take(reader.ReadU32(), "a part of the linking section");
            switch (type)
            {
                case SegmentInfo:
                    ReadSegments(ref part);
                    break;
                case InitFunctions:
                    ReadConstructors(ref part);
                    break;
                case SymbolTable:
                    ReadSymbols(ref part);
                    break;
            }
        }
    }

    /// <summary>The relocations of a section, their offsets counted from its contents.</summary>
    public IReadOnlyList<ObjectRelocation> Relocations(SectionId target)
    {
        List<ObjectRelocation> relocations = [];
        foreach (CustomSection section in _module.CustomSections)
        {
            if (!section.Name.StartsWith("reloc.", StringComparison.Ordinal))
            {
                continue;
            }

            ByteReader reader = new(section.Bytes.Span);
            uint index = reader.ReadU32();
            if (index >= _order.Length)
            {
                throw reader.Error($"'{section.Name}' is for section {index} of {_order.Length}");
            }

            if (_order[index] == target)
            {
                Read(ref reader, relocations);
            }
        }

        return relocations;
    }

    private void Read(ref ByteReader reader, List<ObjectRelocation> relocations)
    {
        int count = reader.ReadCount("relocations", bytesPerItem: 3);
        for (int i = 0; i < count; i++)
        {
            RelocationType type = (RelocationType)reader.ReadByte();
            uint offset = reader.ReadU32();
            uint index = reader.ReadU32();
            int addend = HasAddend(type, ref reader) ? (int)reader.ReadS64() : 0;
            if (type == RelocationType.TypeIndexLeb)
            {
                continue;
            }

            relocations.Add(new(type, offset, Symbol(index, ref reader), addend));
        }
    }

    private static bool HasAddend(RelocationType type, ref ByteReader reader) => type switch
    {
        RelocationType.MemoryAddressLeb or RelocationType.MemoryAddressSleb or RelocationType.MemoryAddressI32
            or RelocationType.FunctionOffsetI32 or RelocationType.SectionOffsetI32 or RelocationType.MemoryAddressRelSleb
            or RelocationType.MemoryAddressLeb64 or RelocationType.MemoryAddressSleb64 or RelocationType.MemoryAddressI64
            or RelocationType.MemoryAddressRelSleb64 or RelocationType.MemoryAddressTlsSleb or RelocationType.FunctionOffsetI64
            or RelocationType.MemoryAddressLocRelI32 or RelocationType.MemoryAddressTlsSleb64 => true,
        <= RelocationType.FunctionIndexI32 => false,
        _ => throw reader.Error($"relocation type {(byte)type} is not known"),
    };

    private ObjectSymbol Symbol(uint index, ref ByteReader reader) => index < _symbols.Count
        ? _symbols[(int)index]
        : throw reader.Error($"a relocation names symbol {index} of {_symbols.Count}");

    private void ReadSegments(ref ByteReader reader)
    {
        int count = reader.ReadCount("segments", bytesPerItem: 3);
        if (count != _module.DataSegments.Count)
        {
            throw reader.Error($"the linking section has {count} segments, the data section {_module.DataSegments.Count}");
        }

        foreach (DataSegment segment in _module.DataSegments)
        {
            string name = reader.ReadName();
            uint alignment = reader.ReadU32();
            if (alignment > 16)
            {
                throw reader.Error($"'{name}' is aligned to 2^{alignment}");
            }

            _segments.Add(new(segment, name, 1u << (int)alignment, (reader.ReadU32() & StringsFlag) != 0));
        }
    }

    private void ReadConstructors(ref ByteReader reader)
    {
        int count = reader.ReadCount("constructors", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            reader.ReadU32();
            _constructors.Add(Symbol(reader.ReadU32(), ref reader));
        }
    }

    private void ReadSymbols(ref ByteReader reader)
    {
        List<Extern> globals = [.. Ordered(_module.Globals)];
        int count = reader.ReadCount("symbols", bytesPerItem: 3);
        for (int i = 0; i < count; i++)
        {
            ObjectSymbolKind kind = (ObjectSymbolKind)reader.ReadByte();
            uint flags = reader.ReadU32();
            ObjectSymbol symbol = new(kind, "", flags);
            _symbols.Add(kind switch
            {
                ObjectSymbolKind.Function => ReadFunction(ref reader, symbol),
                ObjectSymbolKind.Data => ReadData(ref reader, symbol),
                ObjectSymbolKind.Global => ReadOther(ref reader, symbol, globals),
                ObjectSymbolKind.Tag => ReadOther(ref reader, symbol, [.. Ordered(_module.Tags)]),
                ObjectSymbolKind.Table => ReadOther(ref reader, symbol, [.. Ordered(_module.Tables)]),
                ObjectSymbolKind.Section => ReadSection(ref reader, symbol),
                _ => throw reader.Error($"symbol kind {(byte)kind} is not known"),
            });
        }
    }

    private static IEnumerable<Extern> Ordered(IEnumerable<Extern> items) => items.OrderBy(item => item.IsImported ? 0 : 1);

    private ObjectSymbol ReadFunction(ref ByteReader reader, ObjectSymbol symbol)
    {
        uint index = reader.ReadU32();
        if (index >= _module.Functions.Count)
        {
            throw reader.Error($"a symbol is for function {index} of {_module.Functions.Count}");
        }

        Function function = _module.Functions[(int)index];
        return symbol with { Name = NameOf(ref reader, symbol, function), Function = function };
    }

    private static ObjectSymbol ReadOther(ref ByteReader reader, ObjectSymbol symbol, List<Extern> items)
    {
        uint index = reader.ReadU32();
        if (index >= items.Count)
        {
            throw reader.Error($"a symbol is for item {index} of {items.Count}");
        }

        return symbol with { Name = NameOf(ref reader, symbol, items[(int)index]) };
    }

    // A symbol that is imported bears the import's name unless it says otherwise.
    private static string NameOf(ref ByteReader reader, ObjectSymbol symbol, Extern item) =>
        !symbol.IsUndefined || (symbol.Flags & ExplicitName) != 0 ? reader.ReadName() : item.Import?.Name ?? "";

    private ObjectSymbol ReadData(ref ByteReader reader, ObjectSymbol symbol)
    {
        string name = reader.ReadName();
        if (symbol.IsUndefined)
        {
            return symbol with { Name = name };
        }

        uint index = reader.ReadU32();
        uint offset = reader.ReadU32();
        reader.ReadU32();
        return index < _module.DataSegments.Count
            ? symbol with { Name = name, Segment = _module.DataSegments[(int)index], Offset = offset }
            : throw reader.Error($"'{name}' lies in segment {index} of {_module.DataSegments.Count}");
    }

    private static ObjectSymbol ReadSection(ref ByteReader reader, ObjectSymbol symbol)
    {
        reader.ReadU32();
        return symbol;
    }
}
