using Skiff.Wasm;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;
using Function = Skiff.Wasm.Function;

namespace Skiff.Linker.Components;

/// <summary>
/// Writes what changes values on their way from a caller to a callee in the same memory: strings and lists become copies
/// that the receiver owns, handles what they are to it.
/// </summary>
/// <param name="module">Gets the functions that values of a type need.</param>
/// <param name="memory">Where the values are.</param>
/// <param name="copy">(address, size, alignment) → address of a copy; null if the receiver only reads what is there.</param>
/// <param name="change">The function that a handle goes through; null if it stays as it is.</param>
internal sealed class ValueAdapter(Module module, Memory memory, Function? copy, Func<HandleType, Function?> change)
{
    private readonly Flattening _flattening = new(PointerWidth.Bits32);
    private readonly CanonicalLayout _layout = new(PointerWidth.Bits32);
    private readonly Dictionary<WitType, bool> _needs = [];
    private readonly Dictionary<WitType, Function> _values = [];
    private readonly Dictionary<WitType, Function> _lists = [];

    /// <summary>Whether anything in values of a type is changed.</summary>
    public bool Needs(WitType type)
    {
        if (!_needs.TryGetValue(type.Unaliased, out bool known))
        {
            known = type.Unaliased switch
            {
                PrimitiveType { Kind: PrimitiveKind.String } => copy is not null,
                ListType { Length: null } or MapType => copy is not null || Needs(Shape.GetElement(type)!),
                ListType list => Needs(list.Element),
                HandleType handle => change(handle) is not null,
                _ => Shape.GetFields(type)?.Any(Needs) ?? Shape.GetCases(type)?.Any(payload => payload is not null && Needs(payload)) ?? false,
            };
            _needs.Add(type.Unaliased, known);
        }

        return known;
    }

    /// <summary>Changes a value that a function has as parameters, in their place.</summary>
    /// <param name="function">The function.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="local">The first of the parameters; afterwards, the one behind the last.</param>
    public void Flat(Function function, WitType type, ref uint local)
    {
        uint start = local;
        local += (uint)_flattening.Flatten(type)!.Count;
        if (!Needs(type))
        {
            return;
        }

        InstructionList body = function.Body;
        switch (type.Unaliased)
        {
            case HandleType handle:
                Set(function, start, Get(function, start).Call(change(handle)!));
                break;
            case PrimitiveType or ListType { Length: null } or MapType:
                Get(function, start);
                Get(function, start + 1);
                List(body, type);
                Set(function, start, body);
                break;
            case ListType list:
                for (uint i = 0; i < list.Length; i++)
                {
                    Flat(function, list.Element, ref start);
                }

                break;
            default:
                foreach (WitType field in Shape.GetFields(type) ?? [])
                {
                    Flat(function, field, ref start);
                }

                Cases(body, type, () => Get(function, start), payload =>
                {
                    uint first = start + 1;
                    Flat(function, payload, ref first);
                });
                break;
        }
    }

    /// <summary>Changes a value in memory.</summary>
    /// <param name="body">Where the instructions go.</param>
    /// <param name="type">The type of the value.</param>
    /// <param name="address">The local with an address.</param>
    /// <param name="offset">How far behind it the value is.</param>
    public void InMemory(InstructionList body, WitType type, uint address, long offset)
    {
        if (!Needs(type))
        {
            return;
        }

        ulong place = (ulong)offset;
        switch (type.Unaliased)
        {
            case HandleType handle:
                body.LocalGet(address).LocalGet(address).Access(Opcode.I32Load, memory, place).Call(change(handle)!).Access(Opcode.I32Store, memory, place);
                break;
            case PrimitiveType or ListType { Length: null } or MapType:
                body.LocalGet(address);
                body.LocalGet(address).Access(Opcode.I32Load, memory, place).LocalGet(address).Access(Opcode.I32Load, memory, place + sizeof(int));
                List(body, type);
                body.Access(Opcode.I32Store, memory, place);
                break;
            default:
                body.LocalGet(address).I32Const((int)offset).Op(Opcode.I32Add).Call(Value(type.Unaliased));
                break;
        }
    }

    /// <summary>Turns address and length of a list on the stack into the address that the receiver gets.</summary>
    private void List(InstructionList body, WitType type)
    {
        WitType element = Shape.GetElement(type) ?? PrimitiveType.U8;
        if (Needs(element))
        {
            body.Call(Elements(element));
        }
        else
        {
            body.I32Const((int)_layout.GetSize(element)).Op(Opcode.I32Mul).I32Const(_layout.GetAlignment(element)).Call(copy!);
        }
    }

    /// <summary>(address, length) → address: the elements of a list, each of which needs something.</summary>
    private Function Elements(WitType element)
    {
        if (_lists.TryGetValue(element.Unaliased, out Function? function))
        {
            return function;
        }

        function = module.Add(new Function(new FunctionType([ValType.I32, ValType.I32], ValType.I32)) { Name = "skiff_pass_list" });
        _lists.Add(element.Unaliased, function);
        int size = (int)_layout.GetSize(element);
        uint next = function.AddLocal(ValType.I32);
        InstructionList body = function.Body;
        if (copy is not null)
        {
            body.LocalGet(0).LocalGet(1).I32Const(size).Op(Opcode.I32Mul).I32Const(_layout.GetAlignment(element)).Call(copy).LocalSet(0);
        }

        body.LocalGet(0).LocalSet(next);
        Repeat(body, element, size, next, count: 1);
        body.LocalGet(0);
        return function;
    }

    /// <summary>(address) → (): a value that consists of others.</summary>
    private Function Value(WitType type)
    {
        if (_values.TryGetValue(type, out Function? function))
        {
            return function;
        }

        function = module.Add(new Function(new FunctionType([ValType.I32])) { Name = "skiff_pass_value" });
        _values.Add(type, function);
        InstructionList body = function.Body;
        if (type is ListType { Length: { } length } list)
        {
            uint count = function.AddLocal(ValType.I32);
            body.I32Const((int)length).LocalSet(count);
            Repeat(body, list.Element, (int)_layout.GetSize(list.Element), 0, count);
        }
        else if (Shape.GetFields(type) is not null)
        {
            RecordLayout layout = _layout.GetRecord(type);
            for (int i = 0; i < layout.Types.Count; i++)
            {
                InMemory(body, layout.Types[i], 0, layout.Offsets[i]);
            }
        }
        else
        {
            VariantLayout layout = _layout.GetVariant(type);
            Opcode load = layout.DiscriminantSize switch { 1 => Opcode.I32Load8U, 2 => Opcode.I32Load16U, _ => Opcode.I32Load };
            Cases(body, type, () => body.LocalGet(0).Access(load, memory), payload => InMemory(body, payload, 0, layout.PayloadOffset));
        }

        return function;
    }

    /// <summary>Changes as many values as a local says, one after another from the address in another one.</summary>
    private void Repeat(InstructionList body, WitType element, int size, uint address, uint count)
    {
        body.Block().Loop().LocalGet(count).Op(Opcode.I32Eqz).BrIf(1);
        InMemory(body, element, address, 0);
        body.LocalGet(address).I32Const(size).Op(Opcode.I32Add).LocalSet(address)
            .LocalGet(count).I32Const(1).Op(Opcode.I32Sub).LocalSet(count).Br(0).End().End();
    }

    private void Cases(InstructionList body, WitType type, Action discriminant, Action<WitType> write)
    {
        IReadOnlyList<WitType?> payloads = Shape.GetCases(type) ?? [];
        for (int i = 0; i < payloads.Count; i++)
        {
            if (payloads[i] is { } payload && Needs(payload))
            {
                discriminant();
                body.I32Const(i).Op(Opcode.I32Eq).If();
                write(payload);
                body.End();
            }
        }
    }

    /// <summary>What is an <c>i32</c> may be passed as an <c>i64</c>, where another case of a variant has one.</summary>
    private static InstructionList Get(Function function, uint local)
    {
        function.Body.LocalGet(local);
        return IsWide(function, local) ? function.Body.Op(Opcode.I32WrapI64) : function.Body;
    }

    private static void Set(Function function, uint local, InstructionList body) =>
        (IsWide(function, local) ? body.Op(Opcode.I64ExtendI32U) : body).LocalSet(local);

    private static bool IsWide(Function function, uint local) => function.Type.Parameters[(int)local] == ValType.I64;
}
