using Skiff.Wasm.Binary;
using Skiff.Wasm.Validation;

namespace Skiff.Wasm;

/// <summary>
/// A core module (specification: modules). Items refer to each other as objects; indices exist only in the binary
/// format and are assigned when the module is written: imported items first, then in the order of the lists here.
/// </summary>
public sealed partial class Module
{
    /// <summary>The name from the name section.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// What was wrong with the name section, if it was malformed; names before the error were read. Such an error does
    /// not make the module malformed (specification: appendix, custom sections).
    /// </summary>
    public WasmFormatException? NamesError { get; internal set; }

    /// <summary>Types in the order to write them; types that items use need not be listed.</summary>
    public List<DefinedType> Types { get; } = [];

    /// <summary>All functions, imported and defined.</summary>
    public List<Function> Functions { get; } = [];

    /// <summary>All tables, imported and defined.</summary>
    public List<Table> Tables { get; } = [];

    /// <summary>All memories, imported and defined.</summary>
    public List<Memory> Memories { get; } = [];

    /// <summary>All globals, imported and defined.</summary>
    public List<Global> Globals { get; } = [];

    /// <summary>All tags, imported and defined.</summary>
    public List<Tag> Tags { get; } = [];

    /// <summary>The exports.</summary>
    public List<Export> Exports { get; } = [];

    /// <summary>The function called on instantiation.</summary>
    public Function? Start { get; set; }

    /// <summary>The element segments.</summary>
    public List<ElementSegment> ElementSegments { get; } = [];

    /// <summary>The data segments.</summary>
    public List<DataSegment> DataSegments { get; } = [];

    /// <summary>The custom sections other than <c>name</c>.</summary>
    public List<CustomSection> CustomSections { get; } = [];

    /// <summary>All importable items, by kind and in order.</summary>
    public IEnumerable<Extern> Items =>
        Functions.Cast<Extern>().Concat(Tables).Concat(Memories).Concat(Globals).Concat(Tags);

    /// <summary>The imported items.</summary>
    public IEnumerable<Extern> Imports => Items.Where(item => item.IsImported);

    /// <summary>Reads a module; data and custom sections stay slices of <paramref name="file"/>.</summary>
    /// <exception cref="WasmFormatException">The bytes are not a well-formed module.</exception>
    public static Module Read(ReadOnlyMemory<byte> file) => new ModuleDecoder(file).Decode();

    /// <summary>Writes the module.</summary>
    /// <exception cref="InvalidOperationException">
    /// An item refers to one that is not in the module's lists, or lacks a part; the message names both.
    /// </exception>
    public byte[] Write()
    {
        using MemoryStream stream = new();
        Write(stream);
        return stream.ToArray();
    }

    /// <summary>Writes the module to a stream.</summary>
    /// <exception cref="InvalidOperationException">
    /// An item refers to one that is not in the module's lists, or lacks a part; the message names both.
    /// </exception>
    public void Write(Stream target) => new ModuleEncoder(this).Encode(target);

    /// <summary>Checks that the module is valid (specification: validation), stopping at the first error.</summary>
    /// <exception cref="WasmValidationException">It is not; the message says where and what was expected.</exception>
    public void Validate() => new ModuleValidator(this).Validate();

    /// <summary>Adds an item to the list of its kind and returns it.</summary>
    public T Add<T>(T item)
        where T : Extern
    {
        switch (item)
        {
            case Function function:
                Functions.Add(function);
                break;
            case Table table:
                Tables.Add(table);
                break;
            case Memory memory:
                Memories.Add(memory);
                break;
            case Global global:
                Globals.Add(global);
                break;
            case Tag tag:
                Tags.Add(tag);
                break;
            default:
                throw new ArgumentException("A module has functions, tables, memories, globals and tags.", nameof(item));
        }

        return item;
    }

    /// <summary>Makes an item an import of the module and returns it: <c>module.Import("env", "memory", new Memory(limits))</c>.</summary>
    public T Import<T>(string moduleName, string name, T item)
        where T : Extern
    {
        ArgumentNullException.ThrowIfNull(item);
        item.Import = new Import(moduleName, name);
        return Add(item);
    }

    /// <summary>Exports an item under a name.</summary>
    /// <exception cref="InvalidOperationException">The name is taken.</exception>
    public void Export(string name, Extern item)
    {
        if (FindExport(name) is not null)
        {
            throw new InvalidOperationException($"The module has an export named '{name}' already.");
        }

        Exports.Add(new Export(name, item));
    }

    /// <summary>The item exported under a name, or null.</summary>
    public Extern? FindExport(string name) => Exports.Find(export => export.Name == name)?.Item;

    /// <summary>The import of a module and name, or null.</summary>
    public Extern? FindImport(string moduleName, string name) =>
        Imports.FirstOrDefault(item => item.Import!.Module == moduleName && item.Import.Name == name);
}
