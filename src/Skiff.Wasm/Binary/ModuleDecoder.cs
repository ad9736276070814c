namespace Skiff.Wasm.Binary;

/// <summary>
/// Walks the sections of a file (specification: binary format, modules). While it reads, the lists of the module are
/// the index spaces; afterwards they are only lists.
/// </summary>
internal sealed class ModuleDecoder
{
    private const uint Magic = 0x6D736100;
    private const ushort Version = 1;

    private readonly ReadOnlyMemory<byte> _file;
    private readonly HashSet<SectionId> _seen = [];

    public ModuleDecoder(ReadOnlyMemory<byte> file)
    {
        _file = file;
        Instructions = new InstructionDecoder(this);
    }

    public Module Module { get; } = new();

    public InstructionDecoder Instructions { get; }

    /// <summary>The defined functions, whose bodies the code section holds.</summary>
    public List<Function> Defined { get; } = [];

    /// <summary>Whether function bodies are left out, for who asks only where they are.</summary>
    public bool SkipsBodies { get; init; }

    /// <summary>Whether data segments were counted before the code.</summary>
    public bool HasDataCount { get; set; }

    public Module Decode()
    {
        ByteReader reader = new(_file.Span);
        ReadPreamble(ref reader);
        SectionId last = SectionId.Custom;
        (int Start, int End)? names = null;
        while (!reader.AtEnd)
        {
            int start = reader.Position;
            SectionId id = ReadSectionId(ref reader);
            ByteReader section = TakeSection(ref reader, id);
            if (id == SectionId.Custom)
            {
                string name = section.ReadName();
                if (name == NameSection.Name)
                {
                    names ??= (section.Position, section.End);
                }
                else
                {
                    Module.CustomSections.Add(new CustomSection(name, Slice(section.Position, section.Remaining)) { After = last });
                }

                continue;
            }

            if (!_seen.Add(id) || id.Order() < last.Order())
            {
                throw reader.Error($"the {id.ToString().ToLowerInvariant()} section is repeated or out of order", start);
            }

            last = id;
            ReadSection(ref section, id);
            section.ExpectEnd($"the {id.ToString().ToLowerInvariant()} section");
        }

        if (Defined.Count > 0 && !_seen.Contains(SectionId.Code))
        {
            throw reader.Error($"the code of {Defined.Count} functions is missing");
        }

        if (Module.DataSegments.Count > 0 && !_seen.Contains(SectionId.Data))
        {
            throw reader.Error($"{Module.DataSegments.Count} data segments are missing");
        }

        if (names is { } range)
        {
            ReadNames(range.Start, range.End);
        }

        return Module;
    }

    public int FileLength => _file.Length;

    /// <summary>A part of the file, not copied.</summary>
    public ReadOnlyMemory<byte> Slice(int start, int length) => _file.Slice(start, length);

    public DefinedType Type(ref ByteReader reader) => At(ref reader, Module.Types, "type");

    public FunctionType FunctionType(ref ByteReader reader) => TypeOf<FunctionType>(ref reader, "a function type");

    public T TypeOf<T>(ref ByteReader reader, string expected)
        where T : DefinedType
    {
        int start = reader.Position;
        DefinedType type = Type(ref reader);
        return type as T ?? throw reader.Error($"a {type.Kind} type stands where {expected} is expected", start);
    }

    public Function Function(ref ByteReader reader) => At(ref reader, Module.Functions, "function");

    public Table Table(ref ByteReader reader) => At(ref reader, Module.Tables, "table");

    public Memory Memory(ref ByteReader reader) => At(ref reader, Module.Memories, "memory");

    public Global Global(ref ByteReader reader) => At(ref reader, Module.Globals, "global");

    public Tag Tag(ref ByteReader reader) => At(ref reader, Module.Tags, "tag");

    public ElementSegment Element(ref ByteReader reader) => At(ref reader, Module.ElementSegments, "element segment");

    public DataSegment Data(ref ByteReader reader)
    {
        if (!HasDataCount)
        {
            throw reader.Error("code names a data segment, but the module has no data count section");
        }

        return At(ref reader, Module.DataSegments, "data segment");
    }

    private static T At<T>(ref ByteReader reader, List<T> space, string what)
    {
        int start = reader.Position;
        uint index = reader.ReadU32();
        return index < (uint)space.Count
            ? space[(int)index]
            : throw reader.Error($"there is no {what} {index}; the module has {space.Count} so far", start);
    }

    /// <summary>Reads the magic number and the version, and refuses all but those of a core module.</summary>
    public static void ReadPreamble(ref ByteReader reader)
    {
        if (reader.Remaining < 8 || reader.ReadFixed32() != Magic)
        {
            throw reader.Error("this is not WebAssembly: the file does not start with \\0asm", 0);
        }

        uint version = reader.ReadFixed32();
        if (version >> 16 == 1)
        {
            throw reader.Error("this is a component, not a core module", 4);
        }

        if (version != Version)
        {
            throw reader.Error($"version {version} of the binary format is unknown; expected version {Version}", 4);
        }
    }

    /// <summary>Reads the identifier that a section begins with.</summary>
    public static SectionId ReadSectionId(ref ByteReader reader)
    {
        int start = reader.Position;
        byte code = reader.ReadByte();
        return code <= (byte)SectionId.Tag ? (SectionId)code : throw reader.Error($"there is no section with identifier {code}", start);
    }

    /// <summary>Reads a section's length and takes its contents.</summary>
    public static ByteReader TakeSection(ref ByteReader reader, SectionId id) =>
        reader.Take(reader.ReadU32(), $"the {id.ToString().ToLowerInvariant()} section", id);

    /// <summary>Reads the name section. Errors in custom sections do not invalidate the module, so they are kept for who asks.</summary>
    private void ReadNames(int start, int end)
    {
        ByteReader all = new(_file.Span);
        ByteReader section = all.At(start).Take((uint)(end - start), "the name section", SectionId.Custom);
        try
        {
            NameSection.Read(ref section, Module);
        }
        catch (WasmFormatException error)
        {
            Module.NamesError = error;
        }
    }

    private void ReadSection(ref ByteReader section, SectionId id)
    {
        switch (id)
        {
            case SectionId.Type:
                TypeSection.Read(ref section, this);
                break;
            case SectionId.Import:
                ImportSection.Read(ref section, this);
                break;
            case SectionId.Function:
                FunctionSection.Read(ref section, this);
                break;
            case SectionId.Table:
                TableSection.Read(ref section, this);
                break;
            case SectionId.Memory:
                MemorySection.Read(ref section, this);
                break;
            case SectionId.Tag:
                TagSection.Read(ref section, this);
                break;
            case SectionId.Global:
                GlobalSection.Read(ref section, this);
                break;
            case SectionId.Export:
                ExportSection.Read(ref section, this);
                break;
            case SectionId.Start:
                StartSection.Read(ref section, this);
                break;
            case SectionId.Element:
                ElementSection.Read(ref section, this);
                break;
            case SectionId.DataCount:
                DataCountSection.Read(ref section, this);
                break;
            case SectionId.Code:
                CodeSection.Read(ref section, this);
                break;
            case SectionId.Data:
                DataSection.Read(ref section, this);
                break;
            default:
                throw new InvalidOperationException($"Section {id} has no reader.");
        }
    }
}
