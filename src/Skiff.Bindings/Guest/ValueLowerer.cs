using Skiff.Bindings.Model;
using Skiff.Bindings.Names;
using Skiff.Bindings.Writing;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>Writes the statements that turn .NET values into core values and what they refer to (CanonicalABI.md, "Storing", "Flat Lowering").</summary>
internal sealed class ValueLowerer
{
    private readonly GuestModel _guest;
    private readonly ItemScope _scope;
    private readonly Locals _locals;
    private readonly string _memory;

    /// <param name="guest">The model.</param>
    /// <param name="scope">The import or export whose types the values have.</param>
    /// <param name="locals">The names in use.</param>
    /// <param name="memory">The variable with the memory of strings and lists, where there are some.</param>
    public ValueLowerer(GuestModel guest, ItemScope scope, Locals locals, string memory)
    {
        _guest = guest;
        _scope = scope;
        _locals = locals;
        _memory = memory;
    }

    /// <summary>Whether the core values of a type are made of the value by expressions that evaluate it once.</summary>
    public static bool IsInline(WitType type) =>
        type.Unaliased is EnumDefinition or FlagsDefinition or HandleType or PrimitiveType { Kind: not PrimitiveKind.String };

    /// <summary>Writes a value to memory.</summary>
    public void Store(Code code, WitType type, string value, Place at)
    {
        switch (type.Unaliased)
        {
            case RecordDefinition or VariantDefinition:
                DeclaredType declared = _scope[(TypeDefinition)type.Unaliased];
                string memory = type.ContainsPointer() ? $", ref {_memory}" : "";
                code.Line($"{_guest[declared.Container].Store(declared)}({at.Address}, {value}{memory});");
                break;
            case TupleType tuple:
                value = Keep(code, type, value);
                StoreFields(code, type, [.. tuple.Elements.Select((_, index) => $"{value}.Item{index + 1}")], at);
                break;
            case OptionType option:
                StoreOption(code, option, value, at);
                break;
            case ResultType result:
                StoreResult(code, result, value, at);
                break;
            case ListType { Length: { } length } list when ValueForms.IsBlittable(list.Element):
                code.Line($"global::Skiff.Interop.CallMemory.Copy({value}, {at.Address}, {length});");
                break;
            case ListType { Length: { } length } list:
                value = Keep(code, type, value);
                code.Line($"global::Skiff.Interop.Lift.CheckLength({value}.Length, {length});");
                StoreElements(code, list.Element, value, "Length", at.Offset == 0 ? at.Base : $"({at.Address})");
                break;
            case PrimitiveType { Kind: PrimitiveKind.Bool }:
                code.Line($"{at.As("bool")} = {value};");
                break;
            case PrimitiveType { Kind: PrimitiveKind.Char }:
                code.Line($"{at.As("int")} = {value}.Value;");
                break;
            case ListType or MapType when !IsBlock(type):
                (string block, string count) = Elements(code, type, value);
                code.Line($"new global::Skiff.Interop.Slice({block}, {count}).Store({at.Address});");
                break;
            case PrimitiveType { Kind: PrimitiveKind.String } or ListType or MapType:
                code.Line($"{Block(type, value)}.Store({at.Address});");
                break;
            case HandleType handle:
                code.Line($"{at.As("int")} = {Handle(handle, value)};");
                break;
            default:
                code.Line($"{at.As(TypeNames.Of(type, _scope))} = {value};");
                break;
        }
    }

    /// <summary>Writes the fields or the case of a record or variant to memory.</summary>
    public void StoreBody(Code code, DeclaredType type, string value, string at)
    {
        if (type.Definition is RecordDefinition)
        {
            StoreFields(code, type.Definition, [.. type.MemberNames.Select(name => $"{value}.{name}")], new(at));
            return;
        }

        VariantLayout layout = _guest.Layout.GetVariant(type.Definition);
        string discriminant = new Place(at).As(TypeNames.OfInteger(layout.DiscriminantSize));
        Switch(code, type, value, (branch, index, content) =>
        {
            branch.Line($"{discriminant} = {index};");
            if (layout.Payloads[index] is { } payload)
            {
                Store(branch, payload, content, new(at, layout.PayloadOffset));
            }
        });
    }

    /// <summary>Writes what makes core values of a value.</summary>
    /// <returns>The core values.</returns>
    public IReadOnlyList<CoreValue> Flat(Code code, WitType type, string value)
    {
        switch (type.Unaliased)
        {
            case RecordDefinition record:
                DeclaredType declared = _scope[record];
                value = Keep(code, type, value);
                return [.. record.Fields.SelectMany((field, index) => Flat(code, field.Type, $"{value}.{declared.MemberNames[index]}"))];
            case TupleType tuple:
                value = Keep(code, type, value);
                return [.. tuple.Elements.SelectMany((element, index) => Flat(code, element, $"{value}.Item{index + 1}"))];
            case ListType { Length: { } length } list:
                value = Keep(code, type, value);
                code.Line($"global::Skiff.Interop.Lift.CheckLength({value}.Length, {length});");
                return [.. Enumerable.Range(0, (int)length).SelectMany(index => Flat(code, list.Element, $"{value}[{index}]"))];
            case VariantDefinition variant:
                return FlatCases(code, type, value, write => Switch(code, _scope[variant], value, write));
            case OptionType { Element.Unaliased: EnumDefinition or FlagsDefinition or PrimitiveType { Kind: not (PrimitiveKind.String or PrimitiveKind.Bool) } } option:
                value = Keep(code, type, value);
                return [new($"{value}.HasValue ? 1 : 0", CoreType.I32), .. Flat(code, option.Element, $"{value}.GetValueOrDefault()")];
            case OptionType option:
                return FlatCases(code, type, value, write => Test(code, option, value, (branch, content) => write(branch, 1, content), null));
            case ResultType result:
                return FlatCases(code, type, value, write =>
                    TestResult(code, result, value, (branch, content) => write(branch, 0, content), (branch, content) => write(branch, 1, content)));
            case EnumDefinition or FlagsDefinition:
                return [new($"(int){value}", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.Bool }:
                return [new($"{value} ? 1 : 0", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.Char }:
                return [new($"{value}.Value", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.U32 }:
                return [new($"(int){value}", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.U64 }:
                return [new($"(long){value}", CoreType.I64)];
            case ListType or MapType when !IsBlock(type):
                (string block, string count) = Elements(code, type, value);
                return [new(block, CoreType.I32, IsAddress: true), new(count, CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.String } or ListType or MapType:
                string slice = _locals.Add(Locals.NameOf(value, "Slice"));
                code.Line($"global::Skiff.Interop.Slice {slice} = {Block(type, value)};");
                return [new($"{slice}.Pointer", CoreType.I32, IsAddress: true), new($"{slice}.Length", CoreType.I32)];
            case HandleType handle:
                return [new(Handle(handle, value), CoreType.I32)];
            default:
                return [new(value, _guest.Flattening.Flatten(type)![0])];
        }
    }

    private void StoreFields(Code code, WitType type, IReadOnlyList<string> values, Place at)
    {
        RecordLayout layout = _guest.Layout.GetRecord(type);
        for (int i = 0; i < values.Count; i++)
        {
            Store(code, layout.Types[i], values[i], at.Plus(layout.Offsets[i]));
        }
    }

    private void StoreOption(Code code, OptionType option, string value, Place at)
    {
        string isSome = at.As("byte");
        Test(
            code,
            option,
            value,
            (branch, content) =>
            {
                branch.Line($"{isSome} = 1;");
                Store(branch, option.Element, content, at.Plus(_guest.Layout.GetVariant(option).PayloadOffset));
            },
            branch => branch.Line($"{isSome} = 0;"));
    }

    private void StoreResult(Code code, ResultType result, string value, Place at)
    {
        VariantLayout layout = _guest.Layout.GetVariant(result);
        TestResult(code, result, value, (branch, content) => StoreCase(branch, 0, content), (branch, content) => StoreCase(branch, 1, content));

        void StoreCase(Code branch, int index, string content)
        {
            branch.Line($"{at.As("byte")} = {index};");
            if (layout.Payloads[index] is { } payload)
            {
                Store(branch, payload, content, at.Plus(layout.PayloadOffset));
            }
        }
    }

    private List<CoreValue> FlatCases(Code code, WitType type, string value, Action<Action<Code, int, string>> write)
    {
        IReadOnlyList<CoreType> types = _guest.Flattening.Flatten(type)
            ?? throw new InvalidOperationException($"`{type}` is passed in memory.");
        IReadOnlyList<WitType?> payloads = Shape.GetCases(type)!;
        List<CoreValue> values = [];
        for (int i = 0; i < types.Count; i++)
        {
            string suffix = i == 0 ? "Case" : types.Count == 2 ? "Payload" : $"Payload{i}";
            string name = _locals.Add(Locals.NameOf(value, suffix));

            // An option without a value says nothing; all others say which case it is.
            code.Line($"{CoreValue.NameOf(types[i])} {name}{(i == 0 && type.Unaliased is not OptionType ? "" : " = 0")};");
            values.Add(new(name, types[i]));
        }

        write((branch, index, content) =>
        {
            branch.Line($"{values[0].Text} = {index};");
            if (payloads[index] is { } payload)
            {
                IReadOnlyList<CoreValue> flat = Flat(branch, payload, content);
                for (int i = 0; i < flat.Count; i++)
                {
                    branch.Line($"{values[i + 1].Text} = {flat[i].Widen(types[i + 1])};");
                }
            }
        });
        return values;
    }

    private void Switch(Code code, DeclaredType type, string value, Action<Code, int, string> write)
    {
        VariantDefinition variant = (VariantDefinition)type.Definition;
        string name = TypeNames.OfDeclared(type);
        code.Open($"switch ({value})");
        for (int i = 0; i < variant.Cases.Count; i++)
        {
            string item = variant.Cases[i].Payload is null ? "" : _locals.Add(Identifiers.Camel(variant.Cases[i].Name) + "Case");
            code.Open($"case {name}.{type.MemberNames[i]}{(item.Length == 0 ? "" : " " + item)}:");
            write(code, i, $"{item}.Value");
            code.Line("break;");
            code.Close();
        }

        code.Open("default:");
        code.Line($"throw global::Skiff.Interop.Lift.NoCase({AbiClass.Literal(variant.Name)});");
        code.Close();
        code.Close();
    }

    private void Test(Code code, OptionType option, string value, Action<Code, string> some, Action<Code>? none)
    {
        string content = _locals.Add(Locals.NameOf(value, "Value"));
        bool isNested = option.Element.Unaliased is OptionType;
        code.Open(isNested ? $"if ({value}.TryGetValue(out {TypeNames.Of(option.Element, _scope)} {content}))" : $"if ({value} is {{ }} {content})");
        some(code, content);
        code.Close();
        if (none is not null)
        {
            code.Open("else");
            none(code);
            code.Close();
        }
    }

    private void TestResult(Code code, ResultType result, string value, Action<Code, string> ok, Action<Code, string> error)
    {
        string okName = result.Ok is null ? "_" : _locals.Add(Locals.NameOf(value, "Ok"));
        string errorName = result.Error is null ? "_" : _locals.Add(Locals.NameOf(value, "Error"));
        code.Open($"if ({value}.TryGetValue(out {Declare(okName)}, out {Declare(errorName)}))");
        ok(code, okName);
        code.Close();
        code.Open("else");
        error(code, errorName);
        code.Close();

        // Whether it can be null depends on the outcome, which the compiler knows.
        static string Declare(string name) => name == "_" ? "_" : $"var {name}";
    }

    /// <summary>Whether a string or list becomes one block of memory by one call.</summary>
    private static bool IsBlock(WitType type) =>
        type.Unaliased is PrimitiveType || (type.Unaliased is ListType list && ValueForms.IsBlittable(list.Element));

    private string Block(WitType type, string value) => type.Unaliased is ListType list
        ? $"{_memory}.List<{TypeNames.Of(list.Element, _scope)}>({value})"
        : $"{_memory}.Text({value})";

    private (string Block, string Count) Elements(Code code, WitType type, string value)
    {
        WitType element = Shape.GetElement(type)!;
        string items = Keep(code, type, value);
        string block = _locals.Add(Locals.NameOf(items, "Block"));
        string count = type.Unaliased is MapType ? "Count" : "Length";
        code.Line($"byte* {block} = {_memory}.Allocate({items}.{count}, {_guest.Layout.GetSize(element)});");
        if (type.Unaliased is MapType map)
        {
            StorePairs(code, map, element, items, block);
        }
        else
        {
            StoreElements(code, element, items, count, block);
        }

        return (block, $"{items}.{count}");
    }

    private void StorePairs(Code code, MapType map, WitType element, string items, string block)
    {
        string at = _locals.Add(Locals.NameOf(items, "At"));
        string pair = _locals.Add(Locals.NameOf(items, "Pair"));
        string type = $"global::System.Collections.Generic.KeyValuePair<{TypeNames.Of(map.Key, _scope)}, {TypeNames.Of(map.Value, _scope)}>";
        code.Line($"byte* {at} = {block};");
        code.Open($"foreach ({type} {pair} in {items})");
        StoreFields(code, element, [$"{pair}.Key", $"{pair}.Value"], new(at));
        code.Line($"{at} += {_guest.Layout.GetSize(element)};");
        code.Close();
    }

    private void StoreElements(Code code, WitType element, string items, string count, string block)
    {
        string index = _locals.Add("i");
        string at = _locals.Add("at");
        code.Open($"for (int {index} = 0; {index} < {items}.{count}; {index}++)");
        code.Line($"byte* {at} = {block} + {ValueLifter.Product(index, _guest.Layout.GetSize(element))};");
        Store(code, element, $"{items}[{index}]", new(at));
        code.Close();
        _locals.Release(index);
        _locals.Release(at);
    }

    private string Handle(HandleType handle, string value)
    {
        DeclaredType resource = _scope[handle.Definition];
        if (!resource.IsExportedResource)
        {
            return $"global::Skiff.Interop.ResourceHandle.{(handle is OwnType ? "Move" : "Lend")}({value})";
        }

        string add = $"global::Skiff.Interop.ExportedResources.Add({value})";
        return handle is OwnType
            ? $"{_guest[resource.Container].Intrinsic(resource, ResourceIntrinsic.ExportedNew)}({add})"
            : add;
    }

    // What is more than a name is evaluated once.
    private string Keep(Code code, WitType type, string value)
    {
        if (value.All(c => char.IsLetterOrDigit(c) || c is '_' or '@' or '.'))
        {
            return value;
        }

        string local = _locals.Add(Locals.NameOf(value, "Item"));
        code.Line($"{TypeNames.Of(type, _scope)} {local} = {value};");
        return local;
    }
}
