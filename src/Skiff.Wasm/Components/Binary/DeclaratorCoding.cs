using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>
/// The declarators of component and instance types (specification: component binary format, <c>componentdecl</c>,
/// <c>instancedecl</c>).
/// </summary>
internal static class DeclaratorCoding
{
    private const byte CoreTypeCode = 0x00;
    private const byte TypeCode = 0x01;
    private const byte AliasCode = 0x02;
    private const byte ImportCode = 0x03;
    private const byte ExportCode = 0x04;

    public static void Read(ref ByteReader reader, bool allowsImports, ReadScope scope)
    {
        int count = reader.ReadCount("declarators", bytesPerItem: 2);
        for (int i = 0; i < count; i++)
        {
            int start = reader.Position;
            byte code = reader.ReadByte();
            switch (code)
            {
                case CoreTypeCode:
                    CoreTypeSection.Read(ref reader, scope);
                    break;
                case TypeCode:
                    ComponentTypeSection.Read(ref reader, scope);
                    break;
                case AliasCode:
                    AliasSection.Read(ref reader, scope);
                    break;
                case ImportCode when allowsImports:
                    ComponentImportSection.Read(ref reader, scope);
                    break;
                case ExportCode:
                    ExternName name = ExternCoding.ReadName(ref reader);
                    scope.Add(new ExportDeclaration(name, ExternCoding.ReadType(ref reader, scope)), start);
                    break;
                default:
                    throw reader.Error($"0x{code:X2} is not a declarator of {(allowsImports ? "a component" : "an instance")} type", start);
            }
        }
    }

    public static void Write(ByteWriter writer, DefinitionList declarators, bool allowsImports, WriteScope parent)
    {
        WriteScope scope = new(parent);
        ByteWriter contents = new();
        uint count = 0;
        for (int i = 0; i < declarators.Count; i++)
        {
            Definition declarator = declarators[i];
            if (declarator is CoreTypeDefinition coreType)
            {
                if (!scope.IsDeclared(coreType))
                {
                    count++;
                    contents.WriteByte(CoreTypeCode);
                    CoreTypeSection.Write(contents, coreType, CoreTypeSection.Group(declarators, i), scope);
                }

                continue;
            }

            count++;
            switch (declarator)
            {
                case TypeDefinition type:
                    contents.WriteByte(TypeCode);
                    ComponentTypeSection.Write(contents, type, scope);
                    break;
                case ExportAlias or CoreExportAlias or OuterAlias:
                    contents.WriteByte(AliasCode);
                    AliasSection.Write(contents, declarator, scope);
                    break;
                case ComponentImport import when allowsImports:
                    contents.WriteByte(ImportCode);
                    ComponentImportSection.Write(contents, import, scope);
                    break;
                case ExportDeclaration export:
                    contents.WriteByte(ExportCode);
                    ExternCoding.WriteName(contents, export.ExternName);
                    ExternCoding.WriteType(contents, export.Type, export, scope);
                    break;
                default:
                    throw new InvalidOperationException($"The {declarator} cannot stand in {(allowsImports ? "a component" : "an instance")} type.");
            }

            scope.Declare(declarator);
        }

        writer.WriteU32(count);
        writer.WriteBytes(contents.Written);
    }
}
