namespace Skiff.Wasm.Binary;

/// <summary>Gives the items of a module their indices and writes its sections (specification: binary format, modules).</summary>
internal sealed class ModuleEncoder
{
    private static readonly (SectionId Id, Action<ByteWriter, ModuleEncoder> Write)[] s_sections =
    [
        (SectionId.Import, ImportSection.Write),
        (SectionId.Function, FunctionSection.Write),
        (SectionId.Table, TableSection.Write),
        (SectionId.Memory, MemorySection.Write),
        (SectionId.Tag, TagSection.Write),
        (SectionId.Global, GlobalSection.Write),
        (SectionId.Export, ExportSection.Write),
        (SectionId.Start, StartSection.Write),
        (SectionId.Element, ElementSection.Write),
        (SectionId.Code, CodeSection.Write),
        (SectionId.Data, DataSection.Write),

        // Last, when it is known what they must hold.
        (SectionId.DataCount, DataCountSection.Write),
        (SectionId.Type, TypeSection.Write),
    ];

    public ModuleEncoder(Module module)
        : this(module, new TypeIndexer(module.Types))
    {
    }

    public ModuleEncoder(Module module, TypeIndexer types)
    {
        Module = module;
        Types = types;
        Functions = new("functions", module.Functions, item => item.IsImported);
        Tables = new("tables", module.Tables, item => item.IsImported);
        Memories = new("memories", module.Memories, item => item.IsImported);
        Globals = new("globals", module.Globals, item => item.IsImported);
        Tags = new("tags", module.Tags, item => item.IsImported);
        ElementSegments = new("element segments", module.ElementSegments, _ => false);
        DataSegments = new("data segments", module.DataSegments, _ => false);
        Instructions = new InstructionEncoder(this);
    }

    public Module Module { get; }

    public TypeIndexer Types { get; }

    public IndexSpace<Function> Functions { get; }

    public IndexSpace<Table> Tables { get; }

    public IndexSpace<Memory> Memories { get; }

    public IndexSpace<Global> Globals { get; }

    public IndexSpace<Tag> Tags { get; }

    public IndexSpace<ElementSegment> ElementSegments { get; }

    public IndexSpace<DataSegment> DataSegments { get; }

    public InstructionEncoder Instructions { get; }

    public void Encode(Stream target)
    {
        Dictionary<SectionId, ByteWriter> contents = [];
        foreach ((SectionId id, Action<ByteWriter, ModuleEncoder> write) in s_sections)
        {
            ByteWriter writer = new();
            write(writer, this);
            contents.Add(id, writer);
        }

        ByteWriter head = new();
        head.WriteBytes([0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0]);
        target.Write(head.Written);
        foreach (SectionId id in SectionOrder.All)
        {
            if (contents.TryGetValue(id, out ByteWriter? section) && section.Length > 0)
            {
                WriteSection(target, id, section.Written);
            }

            if (id == SectionId.Data)
            {
                ByteWriter names = new();
                names.WriteName(NameSection.Name);
                if (NameSection.Write(names, this))
                {
                    WriteSection(target, SectionId.Custom, names.Written);
                }
            }

            foreach (CustomSection custom in Module.CustomSections.Where(custom => custom.After == id))
            {
                ByteWriter bytes = new();
                bytes.WriteName(custom.Name);
                bytes.WriteBytes(custom.Bytes.Span);
                WriteSection(target, SectionId.Custom, bytes.Written);
            }
        }
    }

    private static void WriteSection(Stream target, SectionId id, ReadOnlySpan<byte> contents)
    {
        ByteWriter head = new();
        head.WriteByte((byte)id);
        head.WriteU32((uint)contents.Length);
        target.Write(head.Written);
        target.Write(contents);
    }
}
