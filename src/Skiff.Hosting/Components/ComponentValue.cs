using System.Globalization;
using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Components;

/// <summary>A value that a component takes or gives (specification: component model explainer, value types). Equal values have equal texts.</summary>
internal sealed class ComponentValue : IEquatable<ComponentValue>
{
    private ComponentValue(ComponentValueKind kind, object? content) => (Kind, Content) = (kind, content);

    /// <summary>No value of an option.</summary>
    public static ComponentValue None { get; } = new(ComponentValueKind.Option, null);

    /// <summary>What kind of value it is.</summary>
    public ComponentValueKind Kind { get; }

    /// <summary>
    /// The number, text or <see cref="Rune"/>; the name of an enumeration's case; the names of flags; what an option has, or null;
    /// values of a list or tuple; names and values of a record; keys and values of a map; the name and payload of a variant's case;
    /// whether a result is a success, and what it carries; a <see cref="ComponentResource"/>.
    /// </summary>
    public object? Content { get; }

    /// <summary>The values of a list or tuple.</summary>
    public IReadOnlyList<ComponentValue> Elements => (ComponentValue[])Content!;

    /// <summary>The resource that a handle stands for.</summary>
    public ComponentResource Resource => (ComponentResource)Content!;

    public static implicit operator ComponentValue(bool value) => new(ComponentValueKind.Bool, value);

    public static implicit operator ComponentValue(sbyte value) => new(ComponentValueKind.S8, value);

    public static implicit operator ComponentValue(byte value) => new(ComponentValueKind.U8, value);

    public static implicit operator ComponentValue(short value) => new(ComponentValueKind.S16, value);

    public static implicit operator ComponentValue(ushort value) => new(ComponentValueKind.U16, value);

    public static implicit operator ComponentValue(int value) => new(ComponentValueKind.S32, value);

    public static implicit operator ComponentValue(uint value) => new(ComponentValueKind.U32, value);

    public static implicit operator ComponentValue(long value) => new(ComponentValueKind.S64, value);

    public static implicit operator ComponentValue(ulong value) => new(ComponentValueKind.U64, value);

    public static implicit operator ComponentValue(float value) => new(ComponentValueKind.F32, value);

    public static implicit operator ComponentValue(double value) => new(ComponentValueKind.F64, value);

    public static implicit operator ComponentValue(Rune value) => new(ComponentValueKind.Char, value);

    public static implicit operator ComponentValue(string value) => new(ComponentValueKind.String, value);

    public static implicit operator ComponentValue(ComponentResource value) => new(ComponentValueKind.Resource, value);

    public static ComponentValue List(params ComponentValue[] elements) => new(ComponentValueKind.List, elements);

    public static ComponentValue Bytes(params byte[] bytes) => List([.. bytes.Select(value => (ComponentValue)value)]);

    public static ComponentValue Tuple(params ComponentValue[] elements) => new(ComponentValueKind.Tuple, elements);

    public static ComponentValue Record(params (string Name, ComponentValue Value)[] fields) => new(ComponentValueKind.Record, fields);

    public static ComponentValue Map(params (ComponentValue Key, ComponentValue Value)[] entries) => new(ComponentValueKind.Map, entries);

    public static ComponentValue Variant(string name, ComponentValue? payload = null) => new(ComponentValueKind.Variant, (name, payload));

    public static ComponentValue Enum(string name) => new(ComponentValueKind.Enum, name);

    public static ComponentValue Flags(params string[] names) => new(ComponentValueKind.Flags, names);

    public static ComponentValue Some(ComponentValue value) => new(ComponentValueKind.Option, value);

    public static ComponentValue Ok(ComponentValue? value = null) => new(ComponentValueKind.Result, (true, value));

    public static ComponentValue Error(ComponentValue? value = null) => new(ComponentValueKind.Result, (false, value));

    public bool Equals(ComponentValue? other) => other is not null && Kind == other.Kind && ToString() == other.ToString();

    public override bool Equals(object? other) => Equals(other as ComponentValue);

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>The value as text: <c>{name: "x", sizes: [1, 2]}</c>, <c>some(1)</c>, <c>err("no")</c>, <c>circle(2)</c>.</summary>
    public override string ToString() => Content switch
    {
        bool value => value ? "true" : "false",
        string text when Kind == ComponentValueKind.String => Quote(text),
        Rune value => $"'{value}'",
        string[] names => $"{{{string.Join(", ", names)}}}",
        ComponentValue[] elements => Kind == ComponentValueKind.List ? $"[{Join(elements)}]" : $"({Join(elements)})",
        (string Name, ComponentValue Value)[] fields => $"{{{string.Join(", ", fields.Select(field => $"{field.Name}: {field.Value}"))}}}",
        (ComponentValue Key, ComponentValue Value)[] entries => $"{{{string.Join(", ", entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}",
        (string name, var payload) => Case(name, (ComponentValue?)payload),
        (bool isOk, var carried) => Case(isOk ? "ok" : "err", (ComponentValue?)carried),
        ComponentValue some => $"some({some})",
        null => "none",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString()!,
    };

    private static string Join(ComponentValue[] values) => string.Join(", ", values.Select(value => value.ToString()));

    private static string Case(string name, ComponentValue? payload) => payload is null ? name : $"{name}({payload})";

    private static string Quote(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
