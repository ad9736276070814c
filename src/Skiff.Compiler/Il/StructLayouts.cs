using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>Lays out structs (ECMA-335 §II.10.1.2 and §II.10.7) as the wasm32 C ABI does.</summary>
internal static class StructLayouts
{
    /// <summary>Computes the layout of <paramref name="type"/>.</summary>
    /// <exception cref="UnsupportedConstructException">The struct contains itself, or an object.</exception>
    public static StructLayout Compute(StructType type, TypeSystem types)
    {
        TypeDefinition definition = type.Definition;
        var context = new GenericContext(type.Arguments, []);
        int pack = definition.PackingSize > 0 ? definition.PackingSize : 16;
        var fields = new List<StructField>();
        int end = 0;
        int alignment = 1;
        foreach (FieldDefinition field in definition.Fields.Where(f => !f.IsStatic))
        {
            IlType fieldType = types.Close(field.FieldType, context);
            int fieldAlignment = Math.Min(fieldType.Alignment, pack);
            int offset = definition.IsExplicitLayout ? field.Offset : Align(end, fieldAlignment);
            fields.Add(new StructField(field, fieldType, offset));
            end = Math.Max(end, offset + fieldType.Size);
            alignment = Math.Max(alignment, fieldAlignment);
        }

        bool opaque = false;
        if (InlineArrayLength(definition) is int length && fields.Count == 1)
        {
            end = checked(fields[0].Type.Size * length);
            opaque = length > 1;
        }

        int size = Math.Max(Align(Math.Max(end, 1), alignment), definition.ClassSize);
        opaque |= definition.ClassSize > end;
        return new StructLayout(size, alignment, fields, opaque ? null : Leaves(fields));
    }

    private static List<StructLeaf>? Leaves(List<StructField> fields)
    {
        var leaves = new List<StructLeaf>();
        foreach (StructField field in fields)
        {
            switch (field.Type)
            {
                case ScalarType scalar:
                    leaves.Add(new StructLeaf(scalar, field.Offset));
                    break;
                case StructType nested when nested.Layout.Leaves is { } inner:
                    leaves.AddRange(inner.Select(leaf => leaf with { Offset = field.Offset + leaf.Offset }));
                    break;
                default:
                    return null;
            }
        }

        leaves.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        for (int i = 1; i < leaves.Count; i++)
        {
            if (leaves[i - 1].Offset + leaves[i - 1].Type.Size > leaves[i].Offset)
            {
                return null;
            }
        }

        return leaves;
    }

    private static int? InlineArrayLength(TypeDefinition definition) =>
        definition.CustomAttributes.FirstOrDefault(a => a.AttributeType.FullName == "System.Runtime.CompilerServices.InlineArrayAttribute")
            ?.ConstructorArguments[0].Value as int?;

    private static int Align(int offset, int alignment) => (offset + alignment - 1) & -alignment;
}
