using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Skiff.Hosting.Components;
using Skiff.Wit;

namespace Skiff.Components.RoundTrip.Tests.Values;

/// <summary>Random values of any type, now and then a remarkable one.</summary>
internal static class RandomValues
{
    private const int LongestList = 12;

    /// <summary>The arguments of a call.</summary>
    public static Arbitrary<ComponentValue[]> OfParameters(Function function) =>
        Arb.From(Join([.. function.Parameters.Select(parameter => parameter.Type)], LongestList));

    /// <summary>The values of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="longest">The most elements of a list; a list within it has half as many.</param>
    public static Gen<ComponentValue> Of(WitType type, int longest = LongestList) => type.Unaliased switch
    {
        PrimitiveType primitive => OfPrimitive(primitive),
        OptionType option => Gen.Frequency((1, Gen.Constant(ComponentValue.None)), (3, Of(option.Element, longest).Select(ComponentValue.Some))),
        ResultType result => Gen.OneOf(OfCase(result.Ok, longest).Select(ComponentValue.Ok), OfCase(result.Error, longest).Select(ComponentValue.Error)),
        ListType { Length: null } list => ListOf(Of(list.Element, longest / 2), longest).Select(ComponentValue.List),
        ListType { Length: { } length } list => Gen.ArrayOf(Of(list.Element, longest / 2), (int)length).Select(ComponentValue.List),
        MapType map => ListOf(Of(map.Key).Zip(Of(map.Value, longest / 2)), longest).Select(entries => ComponentValue.Map([.. entries.Select(entry => (entry.Item1, entry.Item2)).DistinctBy(entry => entry.Item1)])),
        TupleType tuple => Join(tuple.Elements, longest).Select(ComponentValue.Tuple),
        RecordDefinition record => Join([.. record.Fields.Select(field => field.Type)], longest).Select(values => ComponentValue.Record([.. record.Fields.Zip(values, (field, value) => (field.Name, value))])),
        VariantDefinition variant => Gen.Elements<VariantCase>(variant.Cases).SelectMany(item => OfCase(item.Payload, longest).Select(payload => ComponentValue.Variant(item.Name, payload))),
        EnumDefinition enumeration => Gen.Elements<EnumCase>(enumeration.Cases).Select(item => ComponentValue.Enum(item.Name)),
        FlagsDefinition flags => Bits.Select(bits => ComponentValue.Flags([.. flags.Flags.Where((_, index) => (bits >> index & 1) != 0).Select(flag => flag.Name)])),
        var other => throw new NotSupportedException($"There are no values of {other}."),
    };

    private static Gen<ulong> Bits => Gen.Choose(int.MinValue, int.MaxValue).Zip(Gen.Choose(int.MinValue, int.MaxValue))
        .Select(halves => (ulong)(uint)halves.Item1 << 32 | (uint)halves.Item2);

    private static Gen<Rune> Character => Gen.OneOf(Gen.Choose(0x20, 0x7E), Gen.Choose(0, 0xD7FF), Gen.Choose(0xE000, 0x10FFFF)).Select(value => new Rune(value));

    private static Gen<ComponentValue> OfPrimitive(PrimitiveType type) => Gen.Frequency(
        (1, Gen.Elements<ComponentValue>(RemarkableValues.Of(type))),
        (3, type.Kind switch
        {
            PrimitiveKind.Char => Character.Select(value => (ComponentValue)value),
            PrimitiveKind.String => ListOf(Character, LongestList).Select(characters => (ComponentValue)string.Concat(characters)),
            _ => Bits.Select(bits => OfBits(type.Kind, bits)),
        }));

    private static ComponentValue OfBits(PrimitiveKind kind, ulong bits) => kind switch
    {
        PrimitiveKind.Bool => (bits & 1) != 0,
        PrimitiveKind.S8 => (sbyte)bits,
        PrimitiveKind.U8 => (byte)bits,
        PrimitiveKind.S16 => (short)bits,
        PrimitiveKind.U16 => (ushort)bits,
        PrimitiveKind.S32 => (int)bits,
        PrimitiveKind.U32 => (uint)bits,
        PrimitiveKind.S64 => (long)bits,
        PrimitiveKind.U64 => bits,
        PrimitiveKind.F32 => BitConverter.UInt32BitsToSingle((uint)bits),
        PrimitiveKind.F64 => BitConverter.UInt64BitsToDouble(bits),
        _ => throw new NotSupportedException($"{kind} is no number."),
    };

    private static Gen<ComponentValue?> OfCase(WitType? payload, int longest) =>
        payload is null ? Gen.Constant<ComponentValue?>(null) : Of(payload, longest).Select(value => (ComponentValue?)value);

    private static Gen<T[]> ListOf<T>(Gen<T> element, int longest) => Gen.Choose(0, longest).SelectMany(length => Gen.ArrayOf(element, length));

    private static Gen<ComponentValue[]> Join(IReadOnlyList<WitType> types, int longest) => types.Aggregate(
        Gen.Constant<ComponentValue[]>([]), (values, type) => values.SelectMany(before => Of(type, longest).Select(value => (ComponentValue[])[.. before, value])));
}
