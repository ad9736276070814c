using System.Text;
using Skiff.Hosting.Components;
using Skiff.Wit;

namespace Skiff.Components.RoundTrip.Tests.Values;

/// <summary>For each type the values at its bounds: the least and greatest numbers, empty lists, every case.</summary>
internal static class RemarkableValues
{
    /// <summary>The arguments of calls, in which each parameter has each of its values at least once.</summary>
    public static IReadOnlyList<ComponentValue[]> OfParameters(Function function) => Join([.. function.Parameters.Select(parameter => parameter.Type)]);

    /// <summary>The values of a type.</summary>
    public static IReadOnlyList<ComponentValue> Of(WitType type) => type.Unaliased switch
    {
        PrimitiveType primitive => OfPrimitive(primitive.Kind),
        OptionType option => [ComponentValue.None, .. Of(option.Element).Select(ComponentValue.Some)],
        ResultType result => [.. OfCase(result.Ok).Select(ComponentValue.Ok), .. OfCase(result.Error).Select(ComponentValue.Error)],
        ListType { Length: null } list => OfList(Of(list.Element)),
        ListType { Length: { } length } list => OfFixedList(Of(list.Element), (int)length),
        MapType map => OfMap(Of(map.Key), Of(map.Value)),
        TupleType tuple => [.. Join(tuple.Elements).Select(ComponentValue.Tuple)],
        RecordDefinition record => [.. Join([.. record.Fields.Select(field => field.Type)]).Select(values => ComponentValue.Record([.. record.Fields.Zip(values, (field, value) => (field.Name, value))]))],
        VariantDefinition variant => [.. variant.Cases.SelectMany(item => OfCase(item.Payload).Select(payload => ComponentValue.Variant(item.Name, payload)))],
        EnumDefinition enumeration => [.. enumeration.Cases.Select(item => ComponentValue.Enum(item.Name))],
        FlagsDefinition flags => OfFlags([.. flags.Flags.Select(flag => flag.Name)]),
        var other => throw new NotSupportedException($"There are no values of {other}."),
    };

    private static IReadOnlyList<ComponentValue> OfPrimitive(PrimitiveKind kind) => kind switch
    {
        PrimitiveKind.Bool => [false, true],
        PrimitiveKind.S8 => [sbyte.MinValue, (sbyte)-1, (sbyte)0, (sbyte)1, sbyte.MaxValue],
        PrimitiveKind.U8 => [(byte)0, (byte)1, (byte)0x7F, (byte)0x80, byte.MaxValue],
        PrimitiveKind.S16 => [short.MinValue, (short)-129, (short)-1, (short)0, (short)255, short.MaxValue],
        PrimitiveKind.U16 => [(ushort)0, (ushort)256, (ushort)0x7FFF, (ushort)0x8000, ushort.MaxValue],
        PrimitiveKind.S32 => [int.MinValue, -32769, -1, 0, 65536, int.MaxValue],
        PrimitiveKind.U32 => [0u, 65536u, 0x7FFFFFFFu, 0x80000000u, uint.MaxValue],
        PrimitiveKind.S64 => [long.MinValue, int.MinValue - 1L, -1L, 0L, 1L << 32, long.MaxValue],
        PrimitiveKind.U64 => [0ul, 1ul << 32, (ulong)long.MaxValue, 1ul << 63, ulong.MaxValue],
        PrimitiveKind.F32 => [0f, -0f, 1.5f, float.MinValue, float.MaxValue, float.Epsilon, float.NegativeInfinity, float.PositiveInfinity, float.NaN],
        PrimitiveKind.F64 => [0.0, -0.0, 0.1, double.MinValue, double.MaxValue, double.Epsilon, double.NegativeInfinity, double.PositiveInfinity, double.NaN],
        PrimitiveKind.Char => [.. new[] { 0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF }.Select(value => (ComponentValue)new Rune(value))],
        PrimitiveKind.String => ["", "a", "größer \"quoted\"\\\r\n", "\0", "a\0b", "\uFEFFbom", "𝄞😀", "e\u0301", "\uD7FF\uE000\uFFFF\U0010FFFF", new string('x', 700)],
        _ => throw new NotSupportedException($"There are no values of {kind}."),
    };

    private static IReadOnlyList<ComponentValue?> OfCase(WitType? payload) => payload is null ? [null] : [.. Of(payload)];

    // None, each alone, all together.
    private static List<ComponentValue> OfList(IReadOnlyList<ComponentValue> elements) =>
        [ComponentValue.List(), .. elements.Select(element => ComponentValue.List(element)), ComponentValue.List([.. elements])];

    // All elements the same, and all different.
    private static List<ComponentValue> OfFixedList(IReadOnlyList<ComponentValue> elements, int length) =>
    [
        .. elements.Select(element => ComponentValue.List([.. Enumerable.Repeat(element, length)])),
        ComponentValue.List([.. Enumerable.Range(0, length).Select(index => elements[index % elements.Count])]),
    ];

    private static List<ComponentValue> OfMap(IReadOnlyList<ComponentValue> keys, IReadOnlyList<ComponentValue> values) =>
    [
        ComponentValue.Map(),
        .. values.Select((value, index) => ComponentValue.Map((keys[index % keys.Count], value))),
        ComponentValue.Map([.. keys.Select((key, index) => (key, values[index % values.Count]))]),
    ];

    private static IReadOnlyList<ComponentValue> OfFlags(string[] names) =>
    [
        ComponentValue.Flags(),
        .. names.Select(name => ComponentValue.Flags(name)),
        ComponentValue.Flags([.. names.Where((_, index) => index % 3 == 0)]),
        ComponentValue.Flags(names),
    ];

    // Each value of each part at least once, not each with each.
    private static IReadOnlyList<ComponentValue[]> Join(IReadOnlyList<WitType> types)
    {
        IReadOnlyList<ComponentValue>[] values = [.. types.Select(Of)];
        int count = values.Length == 0 ? 1 : values.Max(part => part.Count);
        return [.. Enumerable.Range(0, count).Select(row => values.Select((part, column) => part[(row + column) % part.Count]).ToArray())];
    }
}
