using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Walks the sections of a component (specification: component binary format, component definitions).</summary>
internal sealed class ComponentReader(ReadOnlyMemory<byte> file)
{
    private const uint Magic = 0x6D736100;
    private const uint VersionAndLayer = 0x0001_000D;

    /// <summary>The magic number, version and layer.</summary>
    public static ReadOnlySpan<byte> Preamble => [0x00, 0x61, 0x73, 0x6D, 0x0D, 0x00, 0x01, 0x00];

    public Component Read()
    {
        Component component = new();
        ByteReader reader = new(file.Span);
        ReadComponent(ref reader, component, new ReadScope(file, component.Definitions));
        return component;
    }

    private static void ReadComponent(ref ByteReader reader, Component component, ReadScope scope)
    {
        ReadPreamble(ref reader);
        ComponentNameSection? names = null;
        while (!reader.AtEnd)
        {
            int start = reader.Position;
            byte code = reader.ReadByte();
            if (code > (byte)ComponentSectionId.Value)
            {
                throw reader.Error($"a component has no section with identifier {code}", start);
            }

            var id = (ComponentSectionId)code;
            ByteReader section = reader.Take(reader.ReadU32(), $"the {id.Text()} section", id);
            if (id == ComponentSectionId.Custom)
            {
                string name = section.ReadName();
                ReadOnlyMemory<byte> contents = scope.File[section.Position..section.End];
                if (name == ComponentNameSection.SectionName && ComponentNameSection.TryRead(contents) is { } read)
                {
                    // The first counts; another one would take its place if that names nothing, and is dropped.
                    if (names is null)
                    {
                        names = read;
                        scope.Add(new NamesPlace { Contents = contents }, start);
                    }
                }
                else
                {
                    scope.Add(new ComponentCustomSection(name, contents), start);
                }

                continue;
            }

            scope.StartsSection = true;
            ReadSection(ref section, id, scope, start);
            section.ExpectEnd($"the {id.Text()} section");
        }

        names?.Apply(component, scope);
    }

    private static void ReadPreamble(ref ByteReader reader)
    {
        int start = reader.Position;
        if (reader.Remaining < 8 || reader.ReadFixed32() != Magic)
        {
            throw reader.Error("this is not WebAssembly: the file does not start with \\0asm", start);
        }

        uint version = reader.ReadFixed32();
        if (version == 1)
        {
            throw reader.Error("this is a core module, not a component", start + 4);
        }

        if (version != VersionAndLayer)
        {
            throw reader.Error($"version 0x{version & 0xFFFF:X}, layer {version >> 16} is unknown; expected version 0xD, layer 1", start + 4);
        }
    }

    private static void ReadSection(ref ByteReader section, ComponentSectionId id, ReadScope scope, int start)
    {
        switch (id)
        {
            case ComponentSectionId.CoreModule:
                scope.Add(new EmbeddedModule(scope.File[section.Position..section.End]), start);
                section.ReadBytes(section.Remaining);
                return;
            case ComponentSectionId.Component:
                // Its definitions are read before it joins the index space: it cannot name itself.
                Component nested = new();
                ReadScope inner = scope.Enter(ref section, nested.Definitions);
                ByteReader contents = section.Take((uint)section.Remaining, "a component", section: (ComponentSectionId?)null);
                ReadComponent(ref contents, nested, inner);
                scope.Add(new NestedComponent(nested), start);
                return;
            case ComponentSectionId.Start:
                StartSection.Read(ref section, scope);
                return;
        }

        int count = section.ReadCount($"items of the {id.Text()} section");
        for (int i = 0; i < count; i++)
        {
            switch (id)
            {
                case ComponentSectionId.CoreInstance:
                    CoreInstanceSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.CoreType:
                    CoreTypeSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.Instance:
                    InstanceSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.Alias:
                    AliasSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.Type:
                    ComponentTypeSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.Canonical:
                    CanonicalSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.Import:
                    ComponentImportSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.Export:
                    ComponentExportSection.Read(ref section, scope);
                    break;
                case ComponentSectionId.Value:
                    ValueSection.Read(ref section, scope);
                    break;
                default:
                    throw new InvalidOperationException($"Section {id} has no reader.");
            }
        }
    }
}
