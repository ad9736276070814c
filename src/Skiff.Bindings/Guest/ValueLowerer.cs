using Skiff.Bindings.Model;
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

    /// <summary>Writes a value to memory.</summary>
    public void Store(Code code, WitType type, string value, string at, long offset)
    {
        string place = offset == 0 ? at : $"{at} + {offset}";
        switch (type.Unaliased)
        {
            case RecordDefinition or VariantDefinition:
                DeclaredType declared = _scope[(TypeDefinition)type.Unaliased];
                string memory = type.ContainsPointer() ? $", ref {_memory}" : "";
                code.Line($"{_guest[declared.Container].Store(declared)}({place}, {value}{memory});");
                break;
            case TupleType tuple:
                value = Keep(code, value, "tuple");
                StoreFields(code, type, [.. tuple.Elements.Select((_, index) => $"{value}.Item{index + 1}")], at, offset);
                break;
            case OptionType option:
                StoreOption(code, option, value, at, offset);
                break;
            case ResultType result:
                StoreResult(code, result, value, at, offset);
                break;
            case ListType { Length: { } length } list:
                value = Keep(code, value, "items");
                code.Line($"global::Skiff.Interop.Lift.CheckLength({value}.Length, {length});");
                StoreElements(code, list.Element, value, "Length", place);
                break;
            case EnumDefinition or FlagsDefinition:
                code.Line($"*({IntegerOf(type)}*)({place}) = ({IntegerOf(type)}){value};");
                break;
            case PrimitiveType { Kind: PrimitiveKind.Char }:
                code.Line($"*(int*)({place}) = {value}.Value;");
                break;
            case PrimitiveType { Kind: PrimitiveKind.String } or ListType or MapType:
                code.Line($"{Slice(code, type, value)}.Store({place});");
                break;
            case HandleType handle:
                code.Line($"*(int*)({place}) = {Handle(handle, value)};");
                break;
            default:
                code.Line($"*({TypeNames.Of(type, _scope)}*)({place}) = {value};");
                break;
        }
    }

    /// <summary>Writes the fields or the case of a record or variant to memory.</summary>
    public void StoreBody(Code code, DeclaredType type, string value, string at)
    {
        if (type.Definition is RecordDefinition)
        {
            StoreFields(code, type.Definition, [.. type.MemberNames.Select(name => $"{value}.{name}")], at, 0);
            return;
        }

        VariantLayout layout = _guest.Layout.GetVariant(type.Definition);
        Switch(code, type, value, (branch, index, content) =>
        {
            branch.Line($"*({TypeNames.OfInteger(layout.DiscriminantSize)}*){at} = {index};");
            if (layout.Payloads[index] is { } payload)
            {
                Store(branch, payload, content, at, layout.PayloadOffset);
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
                value = Keep(code, value, "record");
                return [.. record.Fields.SelectMany((field, index) => Flat(code, field.Type, $"{value}.{declared.MemberNames[index]}"))];
            case TupleType tuple:
                value = Keep(code, value, "tuple");
                return [.. tuple.Elements.SelectMany((element, index) => Flat(code, element, $"{value}.Item{index + 1}"))];
            case ListType { Length: { } length } list:
                value = Keep(code, value, "items");
                code.Line($"global::Skiff.Interop.Lift.CheckLength({value}.Length, {length});");
                return [.. Enumerable.Range(0, (int)length).SelectMany(index => Flat(code, list.Element, $"{value}[{index}]"))];
            case VariantDefinition variant:
                return FlatVariant(code, type, branches =>
                    Switch(code, _scope[variant], value, (branch, index, content) => branches(branch, index, content)));
            case OptionType option:
                return FlatVariant(code, type, branches =>
                {
                    Test(code, option, value, (branch, content) => branches(branch, 1, content), branch => branches(branch, 0, ""));
                });
            case ResultType result:
                return FlatVariant(code, type, branches =>
                {
                    TestResult(code, result, value, (branch, content) => branches(branch, 0, content), (branch, content) => branches(branch, 1, content));
                });
            case EnumDefinition or FlagsDefinition:
                return [new($"(int){value}", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.Bool }:
                return [new($"({value} ? 1 : 0)", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.Char }:
                return [new($"{value}.Value", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.U32 }:
                return [new($"(int){value}", CoreType.I32)];
            case PrimitiveType { Kind: PrimitiveKind.U64 }:
                return [new($"(long){value}", CoreType.I64)];
            case PrimitiveType { Kind: PrimitiveKind.String } or ListType or MapType:
                string slice = Keep(code, Slice(code, type, value), "slice", isSimple: false);
                return [new($"(int){slice}.Pointer", CoreType.I32), new($"{slice}.Length", CoreType.I32)];
            case HandleType handle:
                return [new(Keep(code, Handle(handle, value), "handle", isSimple: false), CoreType.I32)];
            default:
                return [new(value, _guest.Flattening.Flatten(type)![0])];
        }
    }

    private void StoreFields(Code code, WitType type, IReadOnlyList<string> values, string at, long offset)
    {
        RecordLayout layout = _guest.Layout.GetRecord(type);
        for (int i = 0; i < values.Count; i++)
        {
            Store(code, layout.Types[i], values[i], at, offset + layout.Offsets[i]);
        }
    }

    private void StoreOption(Code code, OptionType option, string value, string at, long offset)
    {
        VariantLayout layout = _guest.Layout.GetVariant(option);
        string place = offset == 0 ? at : $"({at} + {offset})";
        Test(
            code,
            option,
            value,
            (branch, content) =>
            {
                branch.Line($"*{place} = 1;");
                Store(branch, option.Element, content, at, offset + layout.PayloadOffset);
            },
            branch => branch.Line($"*{place} = 0;"));
    }

    private void StoreResult(Code code, ResultType result, string value, string at, long offset)
    {
        VariantLayout layout = _guest.Layout.GetVariant(result);
        string place = offset == 0 ? at : $"({at} + {offset})";
        TestResult(code, result, value, (branch, content) => StoreCase(branch, 0, content), (branch, content) => StoreCase(branch, 1, content));

        void StoreCase(Code branch, int index, string content)
        {
            branch.Line($"*{place} = {index};");
            if (layout.Payloads[index] is { } payload)
            {
                Store(branch, payload, content, at, offset + layout.PayloadOffset);
            }
        }
    }

    private IReadOnlyList<CoreValue> FlatVariant(Code code, WitType type, Action<Action<Code, int, string>> write)
    {
        IReadOnlyList<CoreType> types = _guest.Flattening.Flatten(type)
            ?? throw new InvalidOperationException($"`{type}` is passed in memory.");
        IReadOnlyList<WitType?> payloads = Shape.GetCases(type)!;
        string[] names = [.. types.Select((_, index) => _locals.Add(index == 0 ? "discriminant" : "payload"))];
        for (int i = 0; i < names.Length; i++)
        {
            code.Line($"{CoreValue.NameOf(types[i])} {names[i]} = 0;");
        }

        write((branch, index, content) =>
        {
            branch.Line($"{names[0]} = {index};");
            if (payloads[index] is { } payload)
            {
                IReadOnlyList<CoreValue> flat = Flat(branch, payload, content);
                for (int i = 0; i < flat.Count; i++)
                {
                    branch.Line($"{names[i + 1]} = {flat[i].Widen(types[i + 1])};");
                }
            }
        });
        return [.. types.Select((core, index) => new CoreValue(names[index], core))];
    }

    private void Switch(Code code, DeclaredType type, string value, Action<Code, int, string> write)
    {
        VariantDefinition variant = (VariantDefinition)type.Definition;
        string name = TypeNames.OfDeclared(type);
        code.Open($"switch ({value})");
        for (int i = 0; i < variant.Cases.Count; i++)
        {
            string caseName = type.MemberNames[i];
            string item = variant.Cases[i].Payload is null ? "" : _locals.Add("item");
            Code branch = new();
            branch.Open($"case {name}.{caseName}{(item.Length == 0 ? "" : " " + item)}:");
            write(branch, i, $"{item}.Value");
            branch.Line("break;");
            branch.Close();
            code.Add(branch);
        }

        code.Open("default:");
        code.Line($"throw new global::System.InvalidOperationException(\"A value of the variant {type.Definition.Name} is null; pass one of its cases.\");");
        code.Close();
        code.Close();
    }

    private void Test(Code code, OptionType option, string value, Action<Code, string> some, Action<Code> none)
    {
        string content = _locals.Add("content");
        bool isNested = option.Element.Unaliased is OptionType;
        code.Open(isNested ? $"if ({value}.TryGetValue(out var {content}))" : $"if ({value} is {{ }} {content})");
        some(code, content);
        code.Close();
        code.Open("else");
        none(code);
        code.Close();
    }

    private void TestResult(Code code, ResultType result, string value, Action<Code, string> ok, Action<Code, string> error)
    {
        string okName = result.Ok is null ? "_" : _locals.Add("ok");
        string errorName = result.Error is null ? "_" : _locals.Add("error");
        code.Open($"if ({value}.TryGetValue(out {Declare(result.Ok, okName)}, out {Declare(result.Error, errorName)}))");
        ok(code, okName);
        code.Close();
        code.Open("else");
        error(code, errorName);
        code.Close();

        string Declare(WitType? type, string name) => type is null ? "_" : $"var {name}";
    }

    private string Slice(Code code, WitType type, string value)
    {
        switch (type.Unaliased)
        {
            case PrimitiveType:
                return $"{_memory}.Text({value})";
            case ListType list when TypeNames.IsBlittable(list.Element):
                return $"{_memory}.List<{TypeNames.Of(list.Element, _scope)}>({value})";
            default:
                WitType element = Shape.GetElement(type)!;
                string items = Keep(code, value, "items");
                string block = _locals.Add("block");
                string count = type.Unaliased is MapType ? "Count" : "Length";
                code.Line($"byte* {block} = {_memory}.Allocate({items}.{count}, {_guest.Layout.GetSize(element)});");
                StoreElements(code, element, items, count, block, type.Unaliased is MapType);
                return $"new global::Skiff.Interop.Slice({block}, {items}.{count})";
        }
    }

    private void StoreElements(Code code, WitType element, string items, string count, string block, bool isMap = false)
    {
        long size = _guest.Layout.GetSize(element);
        string index = _locals.Add("i");
        string at = _locals.Add("at");
        if (isMap)
        {
            string pair = _locals.Add("pair");
            code.Line($"int {index} = 0;");
            code.Open($"foreach (var {pair} in {items})");
            code.Line($"byte* {at} = {block} + {index}++ * {size};");
            StoreFields(code, element, [$"{pair}.Key", $"{pair}.Value"], at, 0);
            code.Close();
            return;
        }

        code.Open($"for (int {index} = 0; {index} < {items}.{count}; {index}++)");
        code.Line($"byte* {at} = {block} + {index} * {size};");
        Store(code, element, $"{items}[{index}]", at, 0);
        code.Close();
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

    private string Keep(Code code, string value, string name, bool isSimple = true)
    {
        if (isSimple && value.All(c => char.IsLetterOrDigit(c) || c is '_' or '@'))
        {
            return value;
        }

        string local = _locals.Add(name);
        code.Line($"var {local} = {value};");
        return local;
    }

    private static string IntegerOf(WitType type) => TypeNames.OfInteger(type.Unaliased switch
    {
        EnumDefinition item => Shape.GetDiscriminantSize(item.Cases.Count),
        FlagsDefinition flags => Shape.GetFlagsSize(flags.Flags.Count),
        _ => 4,
    });
}
