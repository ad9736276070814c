using Skiff.Wasm.Components.Binary;
using Skiff.Wasm.Components.Validation;
using Skiff.Wasm.Validation;

namespace Skiff.Wasm.Components;

/// <summary>
/// A component (specification: component model, component definitions): an ordered list of definitions that refer to
/// each other as objects. The writer assigns the indices and puts neighbours of one kind into one section, or into as
/// many as they were read from.
/// </summary>
public sealed class Component
{
    /// <summary>The name from the <c>component-name</c> section.</summary>
    public string? Name { get; set; }

    /// <summary>Everything the component consists of, in order.</summary>
    public DefinitionList Definitions { get; } = [];

    /// <summary>The imports, in order.</summary>
    public IEnumerable<ComponentImport> Imports => Definitions.OfType<ComponentImport>();

    /// <summary>The exports, in order.</summary>
    public IEnumerable<ComponentExport> Exports => Definitions.OfType<ComponentExport>();

    /// <summary>The custom sections, in order, without the names.</summary>
    public IEnumerable<ComponentCustomSection> CustomSections => Definitions.OfType<ComponentCustomSection>();

    /// <summary>Whether a file starts as a component does, by its first eight bytes.</summary>
    public static bool IsComponent(ReadOnlySpan<byte> file) => file.StartsWith(ComponentReader.Preamble);

    /// <summary>Reads a component; core modules, values and custom sections stay slices of <paramref name="file"/>.</summary>
    /// <exception cref="WasmFormatException">The bytes are not a well-formed component.</exception>
    public static Component Read(ReadOnlyMemory<byte> file) => new ComponentReader(file).Read();

    /// <summary>Appends a definition and returns it.</summary>
    public T Add<T>(T definition)
        where T : Definition => Definitions.Add(definition);

    /// <summary>The import of a name, or null.</summary>
    public ComponentImport? FindImport(string name) => Imports.FirstOrDefault(import => import.ExternName.Name == name);

    /// <summary>The export of a name, or null.</summary>
    public ComponentExport? FindExport(string name) => Exports.FirstOrDefault(export => export.ExternName.Name == name);

    /// <summary>Writes the component.</summary>
    /// <exception cref="InvalidOperationException">
    /// A definition refers to one that does not stand before it or is of another sort; the message names both.
    /// </exception>
    public byte[] Write() => ComponentWriter.Write(this);

    /// <summary>Checks that the component and its core modules are valid, stopping at the first error.</summary>
    /// <returns>What the component imports and exports.</returns>
    /// <exception cref="WasmValidationException">It is not; the message says where and what was expected.</exception>
    public ComponentSignature Validate() => ComponentValidator.Validate(this, checksCode: true);

    /// <summary>What the component imports and exports, with all types resolved; the code of core modules is not looked at.</summary>
    /// <exception cref="WasmValidationException">The component is not valid; the message says where and what was expected.</exception>
    public ComponentSignature GetSignature() => ComponentValidator.Validate(this, checksCode: false);

    /// <summary>The name, for messages.</summary>
    public override string ToString() => Name is null ? "component" : $"component '{Name}'";
}
