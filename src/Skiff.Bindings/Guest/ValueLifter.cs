using Skiff.Bindings.Model;
using Skiff.Bindings.Names;
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
    /// <param name="code">Where they go.</param>
    /// <param name="type">The type.</param>
    /// <param name="at">Where the value is.</param>
    /// <param name="name">What a local with it is called.</param>
    /// <returns>The value, to be used once, where a type is expected.</returns>
    public string Load(Code code, WitType type, Place at, string name)
    {
        switch (type.Unaliased)
        {
            case RecordDefinition or VariantDefinition:
                DeclaredType declared = _scope[(TypeDefinition)type.Unaliased];
                string borrows = _scope.HoldsLent(type) ? $", ref {_borrows}" : "";
                return $"{_guest[declared.Container].Load(declared)}({at.Address}{borrows})";
            case TupleType tuple:
                return Tuple(tuple, LoadFields(code, type, at, index => $"{name}Item{index + 1}"));
            case OptionType option:
                return Option(code, option, $"{at.As("byte")} != 0", name, branch => Load(branch, option.Element, PayloadOf(type, at), name + "Value"));
            case ResultType result:
                return Result(code, result, $"{at.As("byte")} == 0", name, (branch, payload) => Load(branch, payload, PayloadOf(type, at), name + "Value"));
            case ListType { Length: { } length } list when ValueForms.IsBlittable(list.Element):
                return $"global::Skiff.Interop.Lift.Array<{TypeNames.Of(list.Element, _scope)}>({at.Address}, {length})";
            case ListType { Length: { } length } list:
                return Elements(code, list.Element, length.ToString(System.Globalization.CultureInfo.InvariantCulture), at, name);
            case PrimitiveType { Kind: PrimitiveKind.String }:
                return $"global::Skiff.Interop.Lift.Text({at.Address})";
            case ListType list when ValueForms.IsBlittable(list.Element):
                return $"global::Skiff.Interop.Lift.List<{TypeNames.Of(list.Element, _scope)}>({at.Address})";
            case ListType or MapType:
                string slice = _locals.Add(name + "Slice");
                code.Line($"global::Skiff.Interop.Slice {slice} = global::Skiff.Interop.Slice.Load({at.Address});");
                return Items(code, type, $"{slice}.Pointer", $"{slice}.Length", name);
            case EnumDefinition or FlagsDefinition:
                return at.As(TypeNames.Of(type, _scope));
            case PrimitiveType { Kind: PrimitiveKind.Bool }:
                return $"{at.As("byte")} != 0";
            case PrimitiveType { Kind: PrimitiveKind.Char }:
                return $"new global::System.Text.Rune({at.As("int")})";
            case HandleType handle:
                return Handle(handle, at.As("int"));
            default:
                return at.As(TypeNames.Of(type, _scope));
        }
    }

    /// <summary>Writes the statements that read and return a record or variant.</summary>
    public void LoadBody(Code code, DeclaredType type, string at)
    {
        if (type.Definition is RecordDefinition record)
        {
            List<string> fields = LoadFields(code, record, new(at), index => Identifiers.Camel(record.Fields[index].Name));
            code.Line($"return new({Code.List(fields)});");
            return;
        }

        VariantLayout layout = _guest.Layout.GetVariant(type.Definition);
        Switch(
            code,
            type,
            new Place(at).As(TypeNames.OfInteger(layout.DiscriminantSize)),
            "return",
            (branch, payload) => Load(branch, payload, PayloadOf(type.Definition, new(at)), "value"));
    }

    /// <summary>Writes the statements that a value needs before it.</summary>
    /// <param name="code">Where they go.</param>
    /// <param name="type">The type.</param>
    /// <param name="values">The core values, of which it takes its own.</param>
    /// <param name="name">What a local with the value is called.</param>
    /// <returns>The value, to be used once, where a type is expected.</returns>
    public string Flat(Code code, WitType type, Queue<CoreValue> values, string name)
    {
        switch (type.Unaliased)
        {
            case RecordDefinition record:
                List<string> fields = FlatFields(code, record.Fields.Select(item => item.Type), values, index => name + Identifiers.Pascal(record.Fields[index].Name));
                return $"new {TypeNames.Of(type, _scope)}({Code.List(fields)})";
            case TupleType tuple:
                return Tuple(tuple, FlatFields(code, tuple.Elements, values, index => $"{name}Item{index + 1}"));
            case ListType { Length: { } length } list:
                List<string> elements = FlatFields(code, Enumerable.Repeat(list.Element, (int)length), values, index => $"{name}{index}");
                return $"new {TypeNames.Of(type, _scope)} {{ {string.Join(", ", elements)} }}";
            case OptionType option:
                (CoreValue isSome, CoreValue[] content) = Cases(type, values);
                return Option(code, option, $"{isSome.Text} != 0", name, branch => Flat(branch, option.Element, Narrow(content, option.Element), name + "Value"));
            case ResultType result:
                (CoreValue isError, CoreValue[] outcome) = Cases(type, values);
                return Result(code, result, $"{isError.Text} == 0", name, (branch, item) => Flat(branch, item, Narrow(outcome, item), name + "Value"));
            case VariantDefinition variant:
                (CoreValue discriminant, CoreValue[] payload) = Cases(type, values);
                string local = _locals.Add(name);
                string declaration = $"{TypeNames.Of(type, _scope)} {local}";
                Switch(code, _scope[variant], discriminant.Text, declaration, (branch, item) => Flat(branch, item, Narrow(payload, item), name + "Value"));
                return local;
            case PrimitiveType { Kind: PrimitiveKind.String }:
                return $"global::Skiff.Interop.Lift.Text({values.Dequeue().Address}, {values.Dequeue().Text})";
            case ListType list when ValueForms.IsBlittable(list.Element):
                return $"global::Skiff.Interop.Lift.List<{TypeNames.Of(list.Element, _scope)}>({values.Dequeue().Address}, {values.Dequeue().Text})";
            case ListType or MapType:
                CoreValue pointer = values.Dequeue();
                string first = pointer.Text;
                if (!pointer.IsAddress)
                {
                    first = _locals.Add(name + "Pointer");
                    code.Line($"byte* {first} = {pointer.Address};");
                }

                return Items(code, type, first, values.Dequeue().Text, name);
            case PrimitiveType { Kind: PrimitiveKind.Bool }:
                return $"{values.Dequeue().Text} != 0";
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
        ? $"new({elements[0]})"
        : $"({Code.List(elements)})";

    private Place PayloadOf(WitType type, Place at) => at.Plus(_guest.Layout.GetVariant(type).PayloadOffset);

    private (CoreValue Discriminant, CoreValue[] Payload) Cases(WitType type, Queue<CoreValue> values)
    {
        CoreValue discriminant = values.Dequeue();
        int count = _guest.Flattening.Flatten(type)!.Count;
        return (discriminant, [.. Enumerable.Range(1, count - 1).Select(_ => values.Dequeue())]);
    }

    private Queue<CoreValue> Narrow(CoreValue[] joined, WitType payload) =>
        new(_guest.Flattening.Flatten(payload)!.Select((core, index) => joined[index].Narrow(core)));

    // Fields are lifted in their order, so what comes before a field with statements has a local.
    private List<string> LoadFields(Code code, WitType type, Place at, Func<int, string> nameOf)
    {
        RecordLayout layout = _guest.Layout.GetRecord(type);
        return [.. layout.Types.Select((field, index) => Load(code, field, at.Plus(layout.Offsets[index]), nameOf(index)))];
    }

    private List<string> FlatFields(Code code, IEnumerable<WitType> types, Queue<CoreValue> values, Func<int, string> nameOf) =>
        [.. types.Select((field, index) => Flat(code, field, values, nameOf(index)))];

    private string Option(Code code, OptionType option, string condition, string name, Func<Code, string> write)
    {
        string type = TypeNames.Of(option, _scope);
        bool isNested = option.Element.Unaliased is OptionType;
        Code branch = new();
        string value = write(branch);
        value = isNested ? $"{type}.Some({value})" : value;
        string none = isNested ? $"{type}.None" : "null";
        if (branch.IsEmpty)
        {
            // A null beside a result is a failure with the error null, which a result can be converted from.
            return Conditional(condition, value, option.Element.Unaliased is ResultType ? $"({type})null" : none);
        }

        string local = _locals.Add(name);
        code.Line($"{type} {local} = {none};");
        code.Open($"if ({condition})");
        code.Add(branch);
        code.Line($"{local} = {value};");
        code.Close();
        return local;
    }

    private string Result(Code code, ResultType result, string condition, string name, Func<Code, WitType, string> write)
    {
        string type = TypeNames.OfResult(result, _scope);
        Code ok = new();
        Code error = new();
        string okValue = $"{type}.Ok({(result.Ok is null ? "default" : write(ok, result.Ok))})";
        string errorValue = $"{type}.Fail({(result.Error is null ? "default" : write(error, result.Error))})";
        if (ok.IsEmpty && error.IsEmpty)
        {
            return Conditional(condition, okValue, errorValue);
        }

        string local = _locals.Add(name);
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

    private static string Conditional(string condition, string yes, string no)
    {
        yes = Code.Unbroken(yes);
        string inner = yes.Contains(" ? ") && CoreValue.Operand(yes) != yes && !yes.StartsWith("new ", StringComparison.Ordinal) ? $"({yes})" : yes;
        return $"{condition}{Code.Break}? {inner}{Code.Break}: {Code.Unbroken(no)}";
    }

    private static void Switch(Code code, DeclaredType type, string discriminant, string target, Func<Code, WitType, string> write)
    {
        VariantDefinition variant = (VariantDefinition)type.Definition;
        string name = TypeNames.OfDeclared(type);
        List<(Code Code, string Value)> branches =
        [
            .. variant.Cases.Select((item, index) =>
            {
                Code branch = new();
                string content = item.Payload is { } payload ? write(branch, payload) : "";
                return (branch, $"new {name}.{type.MemberNames[index]}({content})");
            }),
        ];
        string noSuchCase = $"throw global::Skiff.Interop.Lift.NoSuchCase({AbiClass.Literal(variant.Name)}, {discriminant})";
        bool isReturn = target == "return";
        if (branches.All(branch => branch.Code.IsEmpty))
        {
            code.Open($"{(isReturn ? target : target + " =")} {CoreValue.Operand(discriminant)} switch");
            for (int i = 0; i < branches.Count; i++)
            {
                code.Line($"{i} => {branches[i].Value},");
            }

            code.Line($"_ => {noSuchCase},");
            code.Close(";");
            return;
        }

        string local = target.Substring(target.LastIndexOf(' ') + 1);
        if (!isReturn)
        {
            code.Line($"{target};");
        }

        code.Open($"switch ({discriminant})");
        for (int i = 0; i < branches.Count; i++)
        {
            code.Open($"case {i}:");
            code.Add(branches[i].Code);
            code.Line($"{(isReturn ? target : local + " =")} {branches[i].Value};");
            if (!isReturn)
            {
                code.Line("break;");
            }

            code.Close();
        }

        code.Open("default:");
        code.Line($"{noSuchCase};");
        code.Close();
        code.Close();
    }

    private string Items(Code code, WitType type, string pointer, string length, string name)
    {
        string items;
        if (type.Unaliased is MapType map)
        {
            items = _locals.Add(name);
            RecordLayout layout = _guest.Layout.GetRecord([map.Key, map.Value]);
            code.Line($"{TypeNames.Of(type, _scope)} {items} = new({length});");
            ForEach(code, length, layout.Size, pointer, (_, at) =>
            {
                string key = Load(code, map.Key, new(at, layout.Offsets[0]), name + "Key");
                code.Line($"{items}[{key}] = {Load(code, map.Value, new(at, layout.Offsets[1]), name + "Value")};");
            });
        }
        else
        {
            items = Elements(code, Shape.GetElement(type)!, length, pointer, name);
        }

        code.Line($"global::Skiff.Interop.Lift.Free({pointer}, {length});");
        return items;
    }

    private string Elements(Code code, WitType element, string count, Place at, string name) =>
        Elements(code, element, count, at.Offset == 0 ? at.Base : $"({at.Address})", name);

    private string Elements(Code code, WitType element, string count, string pointer, string name)
    {
        string type = TypeNames.Of(element, _scope);
        string items = _locals.Add(name);
        code.Line($"{type}[] {items} = global::Skiff.Interop.Lift.NewArray<{type}>({count});");
        ForEach(code, $"{items}.Length", _guest.Layout.GetSize(element), pointer, (index, at) =>
            code.Line($"{items}[{index}] = {Load(code, element, new(at), name + "Item")};"));
        return items;
    }

    private void ForEach(Code code, string count, long size, string pointer, Action<string, string> write)
    {
        string index = _locals.Add("i");
        string at = _locals.Add("at");
        code.Open($"for (int {index} = 0; {index} < {count}; {index}++)");
        code.Line($"byte* {at} = {pointer} + {Product(index, size)};");
        write(index, at);
        code.Close();
        _locals.Release(index);
        _locals.Release(at);
    }

    /// <summary>How far the elements before one reach.</summary>
    public static string Product(string index, long size) => size == 1 ? index : $"({index} * {size})";

    private string Handle(HandleType handle, string value)
    {
        DeclaredType resource = _scope[handle.Definition];
        string name = TypeNames.OfDeclared(resource);
        if (!resource.IsExportedResource)
        {
            return handle is OwnType
                ? $"new {name}(new global::Skiff.Interop.ResourceHandle({value}))"
                : $"{_borrows}.Add(new {name}(new global::Skiff.Interop.ResourceHandle({value}, IsBorrowed: true)))";
        }

        return handle is OwnType
            ? $"{_guest[resource.Container].Take(resource)}({value})"
            : $"global::Skiff.Interop.ExportedResources.Get<{name}>({value})";
    }
}
