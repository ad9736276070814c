using System.Globalization;
using System.Text;
using System.Text.Json;
using Skiff.Hosting.Components;
using Skiff.Wit;

namespace Skiff.Components.RoundTrip.Tests.Jco;

/// <summary>Values as expressions of JavaScript, as jco's bindings have them.</summary>
internal static class JsValue
{
    /// <summary>An expression for a value of a type.</summary>
    public static string Of(WitType type, ComponentValue value) => (type.Unaliased, value.Content) switch
    {
        (_, bool truth) => truth ? "true" : "false",
        (_, long or ulong) => $"{value}n",
        (_, float number) => OfNumber(number),
        (_, double number) => OfNumber(number),
        (_, Rune rune) => OfText(rune.ToString()),
        // jco's decoder takes a U+FEFF that a text begins with for a byte order mark, and leaves it out.
        (PrimitiveType, string text) => OfText(text.TrimStart('\uFEFF')),
        (EnumDefinition, string name) => OfText(name),
        (FlagsDefinition flags, string[] names) =>
            $"{{{string.Join(", ", flags.Flags.Select(flag => $"{Camel(flag.Name)}: {(names.Contains(flag.Name) ? "true" : "false")}"))}}}",
        (OptionType option, null) => option.Element.Unaliased is OptionType ? "{tag: 'none'}" : "undefined",
        (OptionType option, ComponentValue content) =>
            option.Element.Unaliased is OptionType ? $"{{tag: 'some', val: {Of(option.Element, content)}}}" : Of(option.Element, content),
        (ResultType result, (bool isOk, var content)) => OfCase(isOk ? "ok" : "err", isOk ? result.Ok : result.Error, (ComponentValue?)content),
        (VariantDefinition variant, (string name, var content)) =>
            OfCase(name, variant.Cases.Single(item => item.Name == name).Payload, (ComponentValue?)content),
        (ListType list, ComponentValue[] elements) => OfList(list.Element, elements),
        (TupleType tuple, ComponentValue[] elements) => $"[{string.Join(", ", tuple.Elements.Zip(elements, Of))}]",
        (RecordDefinition record, (string Name, ComponentValue Value)[] fields) =>
            $"{{{string.Join(", ", record.Fields.Zip(fields, (field, item) => $"{Camel(field.Name)}: {Of(field.Type, item.Value)}"))}}}",
        (MapType map, (ComponentValue Key, ComponentValue Value)[] entries) =>
            $"new Map([{string.Join(", ", entries.Select(entry => $"[{Of(map.Key, entry.Key)}, {Of(map.Value, entry.Value)}]"))}])",
        _ => value.ToString(),
    };

    /// <summary>Text as a literal.</summary>
    public static string OfText(string text) => JsonSerializer.Serialize(text);

    private static string OfCase(string name, WitType? payload, ComponentValue? content) =>
        payload is null || content is null ? $"{{tag: '{name}'}}" : $"{{tag: '{name}', val: {Of(payload, content)}}}";

    private static string OfList(WitType element, ComponentValue[] elements)
    {
        string items = $"[{string.Join(", ", elements.Select(item => Of(element, item)))}]";
        return element.Unaliased is PrimitiveType { Kind: PrimitiveKind.U8 } ? $"Uint8Array.of(...{items})" : items;
    }

    private static string OfNumber(double number) =>
        double.IsNaN(number) ? "NaN"
        : double.IsInfinity(number) ? (number < 0 ? "-Infinity" : "Infinity")
        : number.ToString("R", CultureInfo.InvariantCulture);

    private static string Camel(string name) =>
        string.Concat(name.Split('-').Select((word, index) => index == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
