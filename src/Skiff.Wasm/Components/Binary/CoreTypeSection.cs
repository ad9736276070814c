using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>Core types and the types of core modules (specification: component binary format, type definitions).</summary>
internal static class CoreTypeSection
{
    /// <summary>Starts a module type, but elsewhere a type that is not final.</summary>
    private const byte ModuleCode = 0x50;

    /// <summary>Stands before a type that is not final, to tell it from a module type.</summary>
    private const byte NotFinalPrefix = 0x00;

    private const byte ImportCode = 0x00;
    private const byte TypeCode = 0x01;
    private const byte AliasCode = 0x02;
    private const byte ExportCode = 0x03;
    private const byte OuterCode = 0x01;

    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int start = reader.Position;
        if (reader.Peek() == ModuleCode)
        {
            reader.ReadByte();
            ModuleType type = ReadModuleType(ref reader, scope);
            scope.AddCoreType(new CoreTypeDefinition(type), type, start);
            return;
        }

        List<DefinedType> types = scope.CoreTypes.Module.Types;
        int first = types.Count;
        ReadRecursive(ref reader, scope.CoreTypes);
        for (int i = first; i < types.Count; i++)
        {
            scope.AddCoreType(new CoreTypeDefinition(types[i]), types[i], start);
        }
    }

    /// <summary>The members of the recursion group that starts at a place, which stand next to each other.</summary>
    public static IReadOnlyList<CoreTypeDefinition> Group(DefinitionList definitions, int place)
    {
        var first = (CoreTypeDefinition)definitions[place];
        if (first.Type.Group is not { } group)
        {
            return [first];
        }

        List<CoreTypeDefinition> members = [];
        for (int i = 0; i < group.Types.Count; i++)
        {
            if (place + i >= definitions.Count || definitions[place + i] is not CoreTypeDefinition member || member.Type != group.Types[i])
            {
                throw new InvalidOperationException($"The members of the recursion group of the {first} do not stand next to each other, in order.");
            }

            members.Add(member);
        }

        return members;
    }

    /// <summary>Writes a group and gives its members their indices.</summary>
    public static void Write(ByteWriter writer, CoreTypeDefinition first, IReadOnlyList<CoreTypeDefinition> group, WriteScope scope)
    {
        if (first.Type is ModuleType moduleType)
        {
            WriteModuleType(writer, moduleType, scope);
            scope.Declare(first);
            return;
        }

        // They may name each other.
        foreach (CoreTypeDefinition member in group)
        {
            scope.Declare(member);
        }

        if (group.Count == 1 && !first.Type.IsFinal)
        {
            writer.WriteByte(NotFinalPrefix);
        }

        Wasm.Binary.TypeSection.WriteRecursive(writer, [.. group.Select(member => member.Type)], scope.CoreTypes);
    }

    private static void ReadRecursive(ref ByteReader reader, ModuleDecoder types)
    {
        if (reader.Peek() == NotFinalPrefix)
        {
            int start = reader.Position;
            reader.ReadByte();
            if (reader.Peek() != ModuleCode)
            {
                throw reader.Error("0x00 stands before something else than a type that is not final", start);
            }
        }

        Wasm.Binary.TypeSection.ReadRecursive(ref reader, types);
    }

    private static ModuleType ReadModuleType(ref ByteReader reader, ReadScope scope)
    {
        ModuleType type = new();
        ModuleDecoder decoder = new(default);
        List<DefinedType> types = decoder.Module.Types;
        int count = reader.ReadCount("declarators of a module type", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            int start = reader.Position;
            byte code = reader.ReadByte();
            switch (code)
            {
                case ImportCode:
                    Import import = new(reader.ReadName(), reader.ReadName());
                    Extern imported = ImportSection.ReadType(ref reader, decoder);
                    imported.Import = import;
                    type.Declarators.Add(new ModuleImport(imported));
                    break;
                case TypeCode:
                    int first = types.Count;
                    ReadRecursive(ref reader, decoder);
                    for (int j = first; j < types.Count; j++)
                    {
                        type.Declarators.Add(new ModuleTypeDeclaration(types[j]));
                    }

                    break;
                case AliasCode:
                    ModuleTypeAlias alias = ReadAlias(ref reader, scope, decoder);
                    type.Declarators.Add(alias);
                    types.Add(alias.Type);
                    break;
                case ExportCode:
                    type.Declarators.Add(new ModuleExport(reader.ReadName(), ImportSection.ReadType(ref reader, decoder)));
                    break;
                default:
                    throw reader.Error($"0x{code:X2} is not a declarator of a module type", start);
            }
        }

        return type;
    }

    private static ModuleTypeAlias ReadAlias(ref ByteReader reader, ReadScope scope, ModuleDecoder own)
    {
        int start = reader.Position;
        byte sort = reader.ReadByte();
        if (sort != Sort.CoreType.Code())
        {
            throw reader.Error($"a module type aliases sort 0x{sort:X2}; it can alias core types", start);
        }

        start = reader.Position;
        byte kind = reader.ReadByte();
        if (kind != OuterCode)
        {
            throw reader.Error($"0x{kind:X2} is not a kind of alias in a module type", start);
        }

        start = reader.Position;
        uint count = reader.ReadU32();
        int place = reader.Position;
        ModuleTypeAlias alias = count == 0
            ? new ModuleTypeAlias(own.Type(ref reader))
            : new ModuleTypeAlias(scope.Outer(ref reader, count - 1, start).Read(ref reader, Sort.CoreType));
        return alias.Type is not ModuleType
            ? alias
            : throw reader.Error("a module type aliases the type of another module", place);
    }

    private static void WriteModuleType(ByteWriter writer, ModuleType type, WriteScope scope)
    {
        DeclaredTypes types = new();
        ModuleEncoder encoder = new(new Module(), types);
        ByteWriter contents = new();
        uint count = 0;
        for (int i = 0; i < type.Declarators.Count; i++)
        {
            count++;
            switch (type.Declarators[i])
            {
                case ModuleImport { Item: { Import: { } import } item }:
                    contents.WriteByte(ImportCode);
                    contents.WriteName(import.Module);
                    contents.WriteName(import.Name);
                    ImportSection.WriteType(contents, item, encoder);
                    break;
                case ModuleTypeDeclaration declaration:
                    IReadOnlyList<DefinedType> group = declaration.Type.Group?.Types ?? [declaration.Type];
                    foreach (DefinedType member in group)
                    {
                        types.Declare(member);
                    }

                    contents.WriteByte(TypeCode);
                    Wasm.Binary.TypeSection.WriteRecursive(contents, group, encoder);
                    i += group.Count - 1;
                    break;
                case ModuleTypeAlias alias:
                    contents.WriteByte(AliasCode);
                    contents.WriteByte(Sort.CoreType.Code());
                    contents.WriteByte(OuterCode);
                    (uint outward, uint index) = alias.Target is { } target ? scope.Locate(target, "module type") : (0, types.IndexOf(alias.Type));
                    contents.WriteU32(alias.Target is null ? 0 : outward + 1);
                    contents.WriteU32(index);
                    types.Declare(alias.Type);
                    break;
                case ModuleExport export:
                    contents.WriteByte(ExportCode);
                    contents.WriteName(export.Name);
                    ImportSection.WriteType(contents, export.Item, encoder);
                    break;
                default:
                    throw new InvalidOperationException("A module type declares an import that does not say what it is imported as.");
            }
        }

        writer.WriteByte(ModuleCode);
        writer.WriteU32(count);
        writer.WriteBytes(contents.Written);
    }
}
