using Skiff.Bindings.Model;
using Skiff.Wit;

namespace Skiff.Bindings.Writing;

/// <summary>The C# types of WIT types.</summary>
internal static class TypeNames
{
    /// <summary>The C# type of values of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="scope">The import or export it is used in.</param>
    public static string Of(WitType type, ItemScope scope)
    {
        switch (type.Unaliased)
        {
            case PrimitiveType primitive:
                return OfPrimitive(primitive.Kind);
            case OptionType { Element: { Unaliased: OptionType } inner }:
                return $"global::Skiff.Option<{Of(inner, scope)}>";
            case OptionType option:
                return Of(option.Element, scope) + "?";
            case ResultType result:
                return OfResult(result, scope);
            case ListType list:
                return Of(list.Element, scope) + "[]";
            case MapType map:
                return $"global::System.Collections.Generic.Dictionary<{Of(map.Key, scope)}, {Of(map.Value, scope)}>";
            case TupleType { Elements: { Count: 1 } elements }:
                return $"global::System.ValueTuple<{Of(elements[0], scope)}>";
            case TupleType tuple:
                return $"({string.Join(", ", tuple.Elements.Select(item => Of(item, scope)))})";
            case HandleType handle:
                return OfDeclared(scope[handle.Definition]);
            case TypeDefinition definition:
                return OfDeclared(scope[definition]);
            default:
                throw new InvalidOperationException($"There is no C# type for `{type}`.");
        }
    }

    /// <summary>The C# type of a result as a value.</summary>
    public static string OfResult(ResultType result, ItemScope scope) =>
        $"global::Skiff.Result<{OfCase(result.Ok, scope)}, {OfCase(result.Error, scope)}>";

    /// <summary>The C# type of what a case of a result holds.</summary>
    public static string OfCase(WitType? type, ItemScope scope) =>
        type is null ? "global::Skiff.Unit" : Of(type, scope);

    /// <summary>The C# type of a parameter.</summary>
    public static string OfParameter(WitType type, ItemScope scope) =>
        IsSpan(type, out ListType list) ? $"global::System.ReadOnlySpan<{Of(list.Element, scope)}>" : Of(type, scope);

    /// <summary>Whether a parameter is a span of the memory itself.</summary>
    public static bool IsSpan(WitType type, out ListType list)
    {
        list = (type.Unaliased as ListType)!;
        return list is { Length: null } && ValueForms.IsBlittable(list.Element);
    }

    /// <summary>The name of a declared type.</summary>
    public static string OfDeclared(DeclaredType type) => $"global::{type.Container.FullName}.{type.Name}";

    /// <summary>The integer of a number of bytes.</summary>
    public static string OfInteger(int size) => size switch
    {
        1 => "byte",
        2 => "ushort",
        _ => "uint",
    };

    private static string OfPrimitive(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Bool => "bool",
        PrimitiveKind.S8 => "sbyte",
        PrimitiveKind.U8 => "byte",
        PrimitiveKind.S16 => "short",
        PrimitiveKind.U16 => "ushort",
        PrimitiveKind.S32 => "int",
        PrimitiveKind.U32 => "uint",
        PrimitiveKind.S64 => "long",
        PrimitiveKind.U64 => "ulong",
        PrimitiveKind.F32 => "float",
        PrimitiveKind.F64 => "double",
        PrimitiveKind.Char => "global::System.Text.Rune",
        PrimitiveKind.String => "string",
        _ => throw new InvalidOperationException($"There is no C# type for `{kind}`."),
    };
}
