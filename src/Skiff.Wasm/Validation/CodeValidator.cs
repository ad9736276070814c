using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Skiff.Wasm.Validation;

/// <summary>
/// Validates instruction sequences with a stack of types and a stack of open blocks
/// (specification: appendix, validation algorithm). One instance serves all code of a module.
/// </summary>
internal sealed partial class CodeValidator(TypeRelation types, Func<object, bool> isInModule)
{
    /// <summary>How many values the stack may hold, so that a hostile function cannot claim much memory.</summary>
    private const int MaximumHeight = 1_000_000;

    private readonly Stack<uint> _initialized = [];
    private readonly HashSet<uint> _isInitialized = [];
    private ValType[] _values = new ValType[64];
    private int _height;
    private ControlFrame[] _frames = new ControlFrame[16];
    private int _depth;
    private object? _user;
    private Function? _function;
    private HashSet<Function> _declared = [];
    private Instruction _instruction;

    private static ValType Bottom => default;

    /// <summary>Whether the stack gives any number of values of any type, because the code cannot be reached.</summary>
    private bool IsExhausted => _frames[_depth - 1].IsUnreachable && _height == _frames[_depth - 1].Height;

    /// <summary>The functions that code may take references to.</summary>
    public HashSet<Function> Declared
    {
        set => _declared = value;
    }

    public void ValidateFunction(Function function)
    {
        _function = function;
        ValidateSequence(CollectionsMarshal.AsSpan(function.Body), function.Type.Results, function);
        _function = null;
    }

    public void ValidateConstant(ConstantExpression expression, ValType result, object user, Func<Global, bool> isUsable)
    {
        foreach (ref readonly Instruction instruction in expression.Instructions.AsSpan())
        {
            _user = user;
            _instruction = instruction;
            CheckConstant(instruction, isUsable);
        }

        ValidateSequence(expression.Instructions.AsSpan(), [result], user);
    }

    private void ValidateSequence(ReadOnlySpan<Instruction> instructions, ImmutableArray<ValType> results, object user)
    {
        _user = user;
        _height = 0;
        _depth = 0;
        _initialized.Clear();
        _isInitialized.Clear();
        _instruction = new Instruction(Opcode.End, offset: (uint)((user as Function)?.Offset ?? 0));
        PushFrame(Opcode.Block, [], results);
        foreach (ref readonly Instruction instruction in instructions)
        {
            _instruction = instruction;
            Validate(instruction);
            if (_depth == 0)
            {
                throw Error("an end has no block; the end of the sequence itself is not part of it");
            }
        }

        _instruction = new Instruction(Opcode.End, offset: _instruction.Offset);
        if (_depth != 1)
        {
            throw Error($"{_depth - 1} blocks lack their end");
        }

        PopFrame();
    }

    private void CheckConstant(in Instruction instruction, Func<Global, bool> isUsable)
    {
        switch (instruction.Opcode)
        {
            case Opcode.I32Const or Opcode.I64Const or Opcode.F32Const or Opcode.F64Const or Opcode.V128Const
                or Opcode.I32Add or Opcode.I32Sub or Opcode.I32Mul or Opcode.I64Add or Opcode.I64Sub or Opcode.I64Mul
                or Opcode.RefNull or Opcode.RefFunc or Opcode.RefI31
                or Opcode.StructNew or Opcode.StructNewDefault
                or Opcode.ArrayNew or Opcode.ArrayNewDefault or Opcode.ArrayNewFixed
                or Opcode.AnyConvertExtern or Opcode.ExternConvertAny:
                break;
            case Opcode.GlobalGet when instruction.Global.IsMutable:
                throw Error($"a constant expression reads the mutable {instruction.Global}");
            case Opcode.GlobalGet when !isUsable(instruction.Global):
                throw Error($"a constant expression reads the {instruction.Global}, which has no value yet");
            case Opcode.GlobalGet:
                break;
            default:
                throw Error($"{instruction.Opcode.Mnemonic()} is not allowed in a constant expression");
        }
    }

    private void Validate(in Instruction instruction)
    {
        if (OpcodeTable.Find((int)instruction.Opcode) is not { } info)
        {
            throw Error($"0x{(int)instruction.Opcode:X4} is not an instruction");
        }

        if (instruction.Operand is { } operand)
        {
            CheckMembership(operand);
        }

        if (info.Operands is null)
        {
            ValidateSpecial(instruction);
            return;
        }

        Memory? memory = null;
        if (info.Operand is OperandKind.MemoryArgument or OperandKind.MemoryArgumentAndLane)
        {
            memory = instruction.Memory;
            CheckAccess(instruction, info);
        }
        else if (info.Operand == OperandKind.Memory)
        {
            memory = instruction.Memory;
        }

        for (int i = info.Operands.Length - 1; i >= 0; i--)
        {
            Pop(TypeOf(info.Operands[i], memory));
        }

        foreach (char result in info.Results!)
        {
            Push(TypeOf(result, memory));
        }
    }

    private static ValType TypeOf(char code, Memory? memory) => code switch
    {
        'i' => ValType.I32,
        'I' => ValType.I64,
        'f' => ValType.F32,
        'F' => ValType.F64,
        'v' => ValType.V128,
        'm' => memory!.Limits.AddressType,
        _ => throw new InvalidOperationException($"'{code}' is not a type in the opcode table."),
    };

    private void CheckAccess(in Instruction instruction, OpcodeInfo info)
    {
        bool isAtomic = (int)instruction.Opcode >> 12 == 0xE;
        if (isAtomic ? instruction.Alignment != info.Size : instruction.Alignment > info.Size)
        {
            throw Error($"{info.Mnemonic} is aligned to 2^{instruction.Alignment} bytes; {(isAtomic ? "it must be" : "at most")} 2^{info.Size}");
        }

        if (!instruction.Memory.Limits.Is64 && instruction.Bits > uint.MaxValue)
        {
            throw Error($"{info.Mnemonic} has offset {instruction.Bits}, beyond 32 bits");
        }
    }

    private void CheckMembership(object operand)
    {
        switch (operand)
        {
            case Extern or DataSegment or ElementSegment when !isInModule(operand):
                throw Error($"{_instruction.Opcode.Mnemonic()} names the {operand}, which is not in the module");
            case OperandPair pair:
                CheckMembership(pair.First);
                CheckMembership(pair.Second);
                break;
            case TryTable tryTable:
                foreach (CatchClause clause in tryTable.Catches)
                {
                    if (clause.Tag is not null)
                    {
                        CheckMembership(clause.Tag);
                    }
                }

                break;
        }
    }

    private void Push(ValType type)
    {
        if (_height == _values.Length)
        {
            if (_height >= MaximumHeight)
            {
                throw Error($"more than {MaximumHeight} values are on the stack");
            }

            Array.Resize(ref _values, _values.Length * 2);
        }

        _values[_height++] = type;
    }

    private void Push(ImmutableArray<ValType> pushed)
    {
        foreach (ValType type in pushed)
        {
            Push(type);
        }
    }

    /// <summary>Takes a value of any type; <see cref="Bottom"/> under code that cannot be reached.</summary>
    private ValType Pop()
    {
        ref ControlFrame frame = ref _frames[_depth - 1];
        if (_height > frame.Height)
        {
            return _values[--_height];
        }

        return frame.IsUnreachable ? Bottom : throw Error($"{Mnemonic()} finds no value on the stack");
    }

    /// <summary>Takes a value of a type and returns its own; <see cref="Bottom"/> under code that cannot be reached.</summary>
    private ValType Pop(ValType expected)
    {
        ref ControlFrame frame = ref _frames[_depth - 1];
        if (_height == frame.Height)
        {
            return frame.IsUnreachable ? Bottom : throw Error($"{Mnemonic()} expects {expected} but finds no value on the stack");
        }

        ValType actual = _values[--_height];
        return types.Matches(actual, expected) ? actual : throw Error($"{Mnemonic()} expects {expected} but finds {actual}");
    }

    private void Pop(ImmutableArray<ValType> expected)
    {
        for (int i = expected.Length - 1; i >= 0 && !IsExhausted; i--)
        {
            Pop(expected[i]);
        }
    }

    private void PushFrame(Opcode opcode, ImmutableArray<ValType> parameters, ImmutableArray<ValType> results)
    {
        if (_depth == _frames.Length)
        {
            Array.Resize(ref _frames, _frames.Length * 2);
        }

        _frames[_depth++] = new ControlFrame
        {
            Opcode = opcode,
            Parameters = parameters,
            Results = results,
            Height = _height,
            InitializedLocals = _initialized.Count,
        };
        Push(parameters);
    }

    private ControlFrame PopFrame()
    {
        ControlFrame frame = _frames[_depth - 1];
        Pop(frame.Results);
        if (_height != frame.Height)
        {
            throw Error($"{_height - frame.Height} values are left on the stack at the end of a block");
        }

        while (_initialized.Count > frame.InitializedLocals)
        {
            _isInitialized.Remove(_initialized.Pop());
        }

        _depth--;
        return frame;
    }

    private void MarkUnreachable()
    {
        ref ControlFrame frame = ref _frames[_depth - 1];
        _height = frame.Height;
        frame.IsUnreachable = true;
    }

    private ImmutableArray<ValType> Label(uint label) => label < (uint)_depth
        ? _frames[_depth - 1 - (int)label].LabelTypes
        : throw Error($"{Mnemonic()} names label {label}, but only {_depth} blocks are open");

    private string Mnemonic() => _instruction.Opcode.Mnemonic();

    private WasmValidationException Error(string message) => new(message, _user, _instruction.Offset);
}
