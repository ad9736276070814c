using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>
/// Gives definitions their indices and writes them, neighbours of one kind in one section unless they were read from
/// several (specification: component
/// binary format, component definitions).
/// </summary>
internal sealed class ComponentWriter
{
    private readonly Component _component;
    private readonly WriteScope _scope;
    private readonly ByteWriter _target = new(4096);
    private readonly ByteWriter _items = new();
    private ComponentSectionId _section;
    private uint _count;

    private ComponentWriter(Component component, WriteScope? parent)
    {
        _component = component;
        _scope = new WriteScope(parent);
    }

    public static byte[] Write(Component component) => Write(component, null);

    private static byte[] Write(Component component, WriteScope? parent)
    {
        ComponentWriter writer = new(component, parent);
        writer.WriteAll();
        return writer._target.ToArray();
    }

    private void WriteAll()
    {
        _target.WriteBytes(ComponentReader.Preamble);
        bool namesWritten = false;
        DefinitionList definitions = _component.Definitions;
        for (int i = 0; i < definitions.Count; i++)
        {
            Definition definition = definitions[i];
            switch (definition)
            {
                case NamesPlace place:
                    if (namesWritten)
                    {
                        throw new InvalidOperationException("There are two places for the names of the definitions.");
                    }

                    namesWritten = true;
                    WriteNames(place);
                    continue;
                case StartResult result:
                    if (!_scope.IsDeclared(result))
                    {
                        throw new InvalidOperationException($"The {result} does not stand directly behind its start.");
                    }

                    continue;
                case CoreTypeDefinition when _scope.IsDeclared(definition):
                    // Written with the first member of its recursion group.
                    continue;
            }

            if (!definition.Section.IsVector())
            {
                WriteSingle(definition, i);
                continue;
            }

            if (_section != definition.Section || definition.StartsSection)
            {
                Flush();
                _section = definition.Section;
            }

            _count++;
            if (definition is CoreTypeDefinition coreType)
            {
                CoreTypeSection.Write(_items, coreType, CoreTypeSection.Group(definitions, i), _scope);
                continue;
            }

            WriteItem(definition);
            _scope.Declare(definition);
        }

        Flush();
        if (!namesWritten)
        {
            WriteNames(null);
        }
    }

    private void WriteItem(Definition definition)
    {
        switch (definition)
        {
            case CoreInstantiation or CoreInlineExports:
                CoreInstanceSection.Write(_items, definition, _scope);
                break;
            case Instantiation or InlineExports:
                InstanceSection.Write(_items, definition, _scope);
                break;
            case ExportAlias or CoreExportAlias or OuterAlias:
                AliasSection.Write(_items, definition, _scope);
                break;
            case TypeDefinition type:
                ComponentTypeSection.Write(_items, type, _scope);
                break;
            case CanonicalDefinition canonical:
                CanonicalSection.Write(_items, canonical, _scope);
                break;
            case ComponentImport import:
                ComponentImportSection.Write(_items, import, _scope);
                break;
            case ComponentExport export:
                ComponentExportSection.Write(_items, export, _scope);
                break;
            case ValueDefinition value:
                ValueSection.Write(_items, value, _scope);
                break;
            default:
                throw new InvalidOperationException($"The {definition} cannot stand in a component.");
        }
    }

    /// <summary>Writes a section that is no vector.</summary>
    private void WriteSingle(Definition definition, int index)
    {
        Flush();
        ByteWriter contents = new();
        switch (definition)
        {
            case EmbeddedModule module:
                WriteSection(ComponentSectionId.CoreModule, module.Bytes.Span);
                break;
            case NestedComponent nested:
                WriteSection(ComponentSectionId.Component, Write(nested.Component, _scope));
                break;
            case ComponentCustomSection custom:
                contents.WriteName(custom.SectionName);
                contents.WriteBytes(custom.Bytes.Span);
                WriteSection(ComponentSectionId.Custom, contents.Written);
                break;
            case Start start:
                List<StartResult> results = StartSection.Results(_component.Definitions, index);
                StartSection.Write(contents, start, results.Count, _scope);
                WriteSection(ComponentSectionId.Start, contents.Written);
                results.ForEach(_scope.Declare);
                break;
            default:
                throw new InvalidOperationException($"The {definition} cannot stand in a component.");
        }

        _scope.Declare(definition);
    }

    private void WriteNames(NamesPlace? place)
    {
        ComponentNameSection names = ComponentNameSection.Of(_component);
        if (names.IsEmpty)
        {
            return;
        }

        Flush();
        ByteWriter contents = new();
        contents.WriteName(ComponentNameSection.SectionName);
        if (place is not null && ComponentNameSection.TryRead(place.Contents) is { } read && read.Matches(names))
        {
            contents.WriteBytes(place.Contents.Span);
        }
        else
        {
            names.Write(contents);
        }

        WriteSection(ComponentSectionId.Custom, contents.Written);
    }

    /// <summary>Ends the current section.</summary>
    private void Flush()
    {
        if (_count == 0)
        {
            return;
        }

        ByteWriter contents = new(_items.Length + 5);
        contents.WriteU32(_count);
        contents.WriteBytes(_items.Written);
        WriteSection(_section, contents.Written);
        _items.Clear();
        _count = 0;
        _section = default;
    }

    private void WriteSection(ComponentSectionId id, ReadOnlySpan<byte> contents)
    {
        _target.WriteByte((byte)id);
        _target.WriteU32((uint)contents.Length);
        _target.WriteBytes(contents);
    }
}
