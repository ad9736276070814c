using Skiff.Bindings.Model;
using Skiff.Bindings.Writing;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>Writes what turns core values and what they refer to into .NET values (CanonicalABI.md, "Loading", "Flat Lifting").</summary>
internal sealed class ValueLifter
{
    private readonly GuestModel _guest;
    private readonly ItemScope _scope;
    private readonly Locals _locals;
    private readonly string _borrows;

    /// <param name="guest">The model.</param>
    /// <param name="scope">The import or export whose types the values have.</param>
    /// <param name="locals">The names in use.</param>
    /// <param name="borrows">The variable with the resources that were lent, where some can be.</param>
    public ValueLifter(GuestModel guest, ItemScope scope, Locals locals, string borrows)
    {
        _guest = guest;
        _scope = scope;
        _locals = locals;
        _borrows = borrows;
    }

    /// <summary>Writes the statements that a value in memory needs before it.</summary>
    /// <returns>The value, to be used once.</returns>
    public string Load(Code code, WitType type, string at, long offset)
    {
        string place = offset == 0 ? at : $"{at} + {offset}";
        switch (type.Unaliased)
        {
            case RecordDefinition or VariantDefinition:
                DeclaredType declared = _scope[(TypeDefinition)type.Unaliased];
                string borrows = type.ContainsBorrow() ? $", ref {_borrows}" : "";
                return $"{_guest[declared.Container].Load(declared)}({place}{borrows})";
            case TupleType tuple:
                return Tuple(tuple, LoadFields(code, type, at, offset));
            case OptionType option:
                VariantLayout optionLayout = _guest.Layout.GetVariant(type);
                return Option(code, option, $"*({place}) != 0", branch => Load(branch, option.Element, at, offset + optionLayout.PayloadOffset));
            case ResultType result:
                VariantLayout resultLayout = _guest.Layout.GetVariant(type);
                return Result(code, result, $"*({place}) == 0", (branch, payload) => Load(branch, payload, at, offset + resultLayout.PayloadOffset));
            case ListType { Length: { } length } list:
                return Elements(code, list.Element, length.ToString(System.Globalization.CultureInfo.InvariantCulture), Keep(code, $"({place})", "block", "byte*"));
            case PrimitiveType { Kind: PrimitiveKind.String }:
                return $"global::Skiff.Interop.Lift.Text({place})";
            case ListType list when TypeNames.IsBlittable(list.Element):
                return $"global::Skiff.Interop.Lift.List<{TypeNames.Of(list.Element, _scope)}>({place})";
            case ListType or MapType:
                string slice = Keep(code, $"global::Skiff.Interop.Slice.Load({place})", "slice");
                return Items(code, type, $"{slice}.Pointer", $"{slice}.Length");
            case EnumDefinition item:
                return $"({TypeNames.Of(type, _scope)})(*({TypeNames.OfInteger(Shape.GetDiscriminantSize(item.Cases.Count))}*)({place}))";
            case FlagsDefinition flags:
                return $"({TypeNames.Of(type, _scope)})(*({TypeNames.OfInteger(Shape.GetFlagsSize(flags.Flags.Count))}*)({place}))";
            case PrimitiveType { Kind: PrimitiveKind.Bool }:
                return $"(*({place}) != 0)";
            case PrimitiveType { Kind: PrimitiveKind.Char }:
                return $"new global::System.Text.Rune(*(int*)({place}))";
            case HandleType handle:
                return Handle(handle, $"*(int*)({place})");
            default:
                return $"*({TypeNames.Of(type, _scope)}*)({place})";
        }
    }

    /// <summary>Writes the statements that read and return a record or variant.</summary>
    public void LoadBody(Code code, DeclaredType type, string at)
    {
        if (type.Definition is RecordDefinition)
        {
            code.Line($"return new({string.Join(", ", LoadFields(code, type.Definition, at, 0))});");
            return;
        }

        VariantLayout layout = _guest.Layout.GetVariant(type.Definition);
        Switch(
            code,
            type,
            $"*({TypeNames.OfInteger(layout.DiscriminantSize)}*){at}",
            (branch, payload) => Load(branch, payload, at, layout.PayloadOffset),
            (branch, value) => branch.Line($"return {value};"));
    }

    /// <summary>Writes the statements that a value needs before it.</summary>
    /// <param name="code">Where they go.</param>
    /// <param name="type">The type.</param>
    /// <param name="values">The core values, of which it takes its own.</param>
    /// <returns>The value, to be used once.</returns>
    public string Flat(Code code, WitType type, Queue<CoreValue> values)
    {
        switch (type.Unaliased)
        {
            case RecordDefinition record:
                return $"new {TypeNames.Of(type, _scope)}({string.Join(", ", FlatFields(code, record.Fields.Select(item => item.Type), values))})";
            case TupleType tuple:
                return Tuple(tuple, FlatFields(code, tuple.Elements, values));
            case ListType { Length: { } length } list:
                IEnumerable<string> elements = FlatFields(code, Enumerable.Repeat(list.Element, (int)length), values);
                return Keep(code, $"[{string.Join(", ", elements)}]", "items", TypeNames.Of(type, _scope));
            case OptionType option:
                return Cases(type, values, (discriminant, payload) => Option(
                    code, option, $"{discriminant.Text} != 0", branch => Flat(branch, option.Element, Narrow(payload, option.Element))));
            case ResultType result:
                return Cases(type, values, (discriminant, payload) => Result(
                    code, result, $"{discriminant.Text} == 0", (branch, item) => Flat(branch, item, Narrow(payload, item))));
            case VariantDefinition variant:
                return Cases(type, values, (discriminant, payload) =>
                {
                    string local = _locals.Add("variant");
                    code.Line($"{TypeNames.Of(type, _scope)} {local};");
                    Switch(
                        code,
                        _scope[variant],
                        discriminant.Text,
                        (branch, item) => Flat(branch, item, Narrow(payload, item)),
                        (branch, value) =>
                        {
                            branch.Line($"{local} = {value};");
                            branch.Line("break;");
                        });
                    return local;
                });
            case PrimitiveType { Kind: PrimitiveKind.String }:
                return $"global::Skiff.Interop.Lift.Text((byte*){values.Dequeue().Text}, {values.Dequeue().Text})";
            case ListType list when TypeNames.IsBlittable(list.Element):
                return $"global::Skiff.Interop.Lift.List<{TypeNames.Of(list.Element, _scope)}>((byte*){values.Dequeue().Text}, {values.Dequeue().Text})";
            case ListType or MapType:
                return Items(code, type, $"(byte*){values.Dequeue().Text}", values.Dequeue().Text);
            case PrimitiveType { Kind: PrimitiveKind.Bool }:
                return $"({values.Dequeue().Text} != 0)";
            case PrimitiveType { Kind: PrimitiveKind.Char }:
                return $"new global::System.Text.Rune({values.Dequeue().Text})";
            case PrimitiveType { Kind: PrimitiveKind.F32 or PrimitiveKind.F64 or PrimitiveKind.S32 or PrimitiveKind.S64 }:
                return values.Dequeue().Text;
            case HandleType handle:
                return Handle(handle, values.Dequeue().Text);
            default:
                return $"({TypeNames.Of(type, _scope)}){values.Dequeue().Text}";
        }
    }

    private static string Tuple(TupleType tuple, List<string> elements) => tuple.Elements.Count == 1
        ? $"global::System.ValueTuple.Create({elements[0]})"
        : $"({string.Join(", ", elements)})";

    private string Cases(WitType type, Queue<CoreValue> values, Func<CoreValue, CoreValue[], string> write)
    {
        int count = _guest.Flattening.Flatten(type)!.Count;
        CoreValue discriminant = values.Dequeue();
        CoreValue[] payload = new CoreValue[count - 1];
        for (int i = 0; i < payload.Length; i++)
        {
            payload[i] = values.Dequeue();
        }

        return write(discriminant, payload);
    }

    private Queue<CoreValue> Narrow(CoreValue[] joined, WitType payload) =>
        new(_guest.Flattening.Flatten(payload)!.Select((core, index) => joined[index].Narrow(core)));

    // Fields are lifted in their order, so what comes before a field with statements has a local.
    private List<string> LoadFields(Code code, WitType type, string at, long offset)
    {
        RecordLayout layout = _guest.Layout.GetRecord(type);
        return [.. layout.Types.Select((field, index) => Load(code, field, at, offset + layout.Offsets[index]))];
    }

    private List<string> FlatFields(Code code, IEnumerable<WitType> types, Queue<CoreValue> values) =>
        [.. types.Select(field => Flat(code, field, values))];

    private string Option(Code code, OptionType option, string condition, Func<Code, string> write)
    {
        string type = TypeNames.Of(option, _scope);
        bool isNested = option.Element.Unaliased is OptionType;
        Code branch = new();
        string value = write(branch);
        value = isNested ? $"{type}.Some({value})" : value;
        string none = isNested ? $"{type}.None" : "null";
        if (branch.IsEmpty)
        {
            return isNested ? $"({condition} ? {value} : {none})" : $"({condition} ? {value} : ({type})null)";
        }

        string local = _locals.Add("option");
        code.Line($"{type} {local} = {none};");
        code.Open($"if ({condition})");
        code.Add(branch);
        code.Line($"{local} = {value};");
        code.Close();
        return local;
    }

    private string Result(Code code, ResultType result, string condition, Func<Code, WitType, string> write)
    {
        string type = TypeNames.OfResult(result, _scope);
        Code ok = new();
        Code error = new();
        string okValue = $"{type}.Ok({(result.Ok is null ? "default" : write(ok, result.Ok))})";
        string errorValue = $"{type}.Fail({(result.Error is null ? "default" : write(error, result.Error))})";
        if (ok.IsEmpty && error.IsEmpty)
        {
            return $"({condition} ? {okValue} : {errorValue})";
        }

        string local = _locals.Add("result");
        code.Line($"{type} {local};");
        code.Open($"if ({condition})");
        code.Add(ok);
        code.Line($"{local} = {okValue};");
        code.Close();
        code.Open("else");
        code.Add(error);
        code.Line($"{local} = {errorValue};");
        code.Close();
        return local;
    }

    private static void Switch(
        Code code, DeclaredType type, string discriminant, Func<Code, WitType, string> write, Action<Code, string> end)
    {
        VariantDefinition variant = (VariantDefinition)type.Definition;
        string name = TypeNames.OfDeclared(type);
        code.Open($"switch ({discriminant})");
        for (int i = 0; i < variant.Cases.Count; i++)
        {
            code.Open($"case {i}:");
            string content = variant.Cases[i].Payload is { } payload ? write(code, payload) : "";
            end(code, $"new {name}.{type.MemberNames[i]}({content})");
            code.Close();
        }

        code.Open("default:");
        code.Line($"throw global::Skiff.Interop.Lift.NoSuchCase({AbiClass.Literal(variant.Name)}, {discriminant});");
        code.Close();
        code.Close();
    }

    private string Items(Code code, WitType type, string pointer, string length)
    {
        string block = Keep(code, pointer, "block", "byte*");
        string count = Keep(code, length, "count", "int");
        string items;
        if (type.Unaliased is MapType map)
        {
            string name = TypeNames.Of(type, _scope);
            RecordLayout layout = _guest.Layout.GetRecord([map.Key, map.Value]);
            items = Keep(code, $"new({count})", "items", name);
            string index = _locals.Add("i");
            string at = _locals.Add("at");
            code.Open($"for (int {index} = 0; {index} < {count}; {index}++)");
            code.Line($"byte* {at} = {block} + {index} * {layout.Size};");
            string key = Keep(code, Load(code, map.Key, at, layout.Offsets[0]), "key");
            code.Line($"{items}[{key}] = {Load(code, map.Value, at, layout.Offsets[1])};");
            code.Close();
        }
        else
        {
            items = Elements(code, Shape.GetElement(type)!, count, block);
        }

        code.Line($"global::Skiff.Interop.Lift.Free({block}, {count});");
        return items;
    }

    private string Elements(Code code, WitType element, string count, string block)
    {
        string name = TypeNames.Of(element, _scope);
        string items = _locals.Add("items");
        string index = _locals.Add("i");
        string at = _locals.Add("at");
        code.Line($"{name}[] {items} = global::Skiff.Interop.Lift.NewArray<{name}>({count});");
        code.Open($"for (int {index} = 0; {index} < {items}.Length; {index}++)");
        code.Line($"byte* {at} = {block} + {index} * {_guest.Layout.GetSize(element)};");
        code.Line($"{items}[{index}] = {Load(code, element, at, 0)};");
        code.Close();
        return items;
    }

    private string Handle(HandleType handle, string value)
    {
        DeclaredType resource = _scope[handle.Definition];
        string name = TypeNames.OfDeclared(resource);
        if (!resource.IsExportedResource)
        {
            return handle is OwnType
                ? $"new {name}(new global::Skiff.Interop.ResourceHandle({value}))"
                : $"{_borrows}.Add(new {name}(new global::Skiff.Interop.ResourceHandle({value}, true)))";
        }

        return handle is OwnType
            ? $"{_guest[resource.Container].Take(resource)}({value})"
            : $"global::Skiff.Interop.ExportedResources.Get<{name}>({value})";
    }

    private string Keep(Code code, string value, string name, string type = "var")
    {
        string local = _locals.Add(name);
        code.Line($"{type} {local} = {value};");
        return local;
    }
}
