using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Model;

/// <summary>What form a WIT type has in C# where there is a choice.</summary>
internal static class ValueForms
{
    // A struct is copied wherever it is passed on.
    private const long MaximumStructSize = 64;

    private static readonly CanonicalLayout s_layout = new(PointerWidth.Bits32);

    /// <summary>Whether a record is a class. Small records are structs, which cost no memory of their own.</summary>
    public static bool IsClass(RecordDefinition record) => s_layout.GetSize(record) > MaximumStructSize;

    /// <summary>
    /// Whether values are in .NET's memory as they are in WebAssembly's, so that lists can be copied as a block or passed
    /// where they are. Fields are aligned alike, to their sizes; tuples have no fixed layout in .NET.
    /// </summary>
    public static bool IsBlittable(WitType type) => type.Unaliased switch
    {
        PrimitiveType primitive => primitive.Kind is not (PrimitiveKind.String or PrimitiveKind.ErrorContext),
        EnumDefinition or FlagsDefinition => true,
        RecordDefinition record => !IsClass(record) && record.Fields.All(field => IsBlittable(field.Type)),
        _ => false,
    };
}
