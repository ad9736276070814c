using System.Buffers.Binary;
using Skiff.Compiler.Emission;
using Skiff.Compiler.Flow;
using Skiff.Wasm;

namespace Skiff.Compiler.Evaluation;

/// <summary>Runs flow graphs, on the program's static data and a stack of its own.</summary>
internal sealed class Evaluator(IReadOnlyDictionary<Function, FlowGraph> graphs, DataImage data, Func<uint, Function?> slotFunction)
{
    private const uint StackBase = 0xF000_0000;
    private const int StackSize = 1 << 20;
    private const long MostSteps = 20_000_000;
    private const int DeepestCall = 500;

    private readonly byte[] _stack = new byte[StackSize];
    private uint _stackPointer = StackBase + StackSize;
    private long _steps;
    private int _depth;

    /// <summary>Calls a function.</summary>
    /// <returns>Its result; meaningless when it has none.</returns>
    /// <exception cref="EvaluationException">It does something that has no meaning before the program runs.</exception>
    public long Call(Function function, params long[] arguments)
    {
        if (!graphs.TryGetValue(function, out FlowGraph? graph))
        {
            throw new EvaluationException($"a static constructor that calls the import {function.Import}, which cannot be run at compile time");
        }

        if (++_depth > DeepestCall)
        {
            throw new EvaluationException("a static constructor that recurses too deeply to be run at compile time");
        }

        uint stackPointer = _stackPointer;
        var frame = new Frame();
        for (int i = 0; i < arguments.Length; i++)
        {
            frame.Locals[graph.Parameters[i]] = arguments[i];
        }

        FlowBlock block = graph.Entry;
        while (true)
        {
            foreach (Statement statement in block.Statements)
            {
                Run(statement, frame);
            }

            switch (block.Terminator)
            {
                case JumpTerminator jump:
                    block = jump.Targets[0];
                    break;
                case BranchTerminator branch:
                    block = Evaluate(branch.Condition, frame) != 0 ? branch.WhenTrue : branch.WhenFalse;
                    break;
                case SwitchTerminator choice:
                    uint index = (uint)Evaluate(choice.Index, frame);
                    block = choice.Targets[(int)Math.Min(index, (uint)choice.Targets.Count - 1)];
                    break;
                case ReturnTerminator end:
                    long result = end.Value is null ? 0 : Evaluate(end.Value, frame);
                    _stackPointer = stackPointer;
                    _depth--;
                    return result;
                default:
                    throw new EvaluationException("a static constructor that traps");
            }
        }
    }

    private void Run(Statement statement, Frame frame)
    {
        switch (statement)
        {
            case AssignStatement assign:
                frame.Locals[assign.Local] = Evaluate(assign.Value, frame);
                break;
            case EvaluateStatement evaluate:
                Evaluate(evaluate.Value, frame);
                break;
            case StoreStatement store:
                Store(store.Opcode, (uint)Evaluate(store.Address, frame) + store.Offset, Evaluate(store.Value, frame));
                break;
            case CopyStatement:
                {
                    uint destination = (uint)Evaluate(statement.Operands[0], frame);
                    uint source = (uint)Evaluate(statement.Operands[1], frame);
                    int size = (int)(uint)Evaluate(statement.Operands[2], frame);
                    Bytes(source, size).CopyTo(Bytes(destination, size));
                    break;
                }

            case FillStatement:
                {
                    uint destination = (uint)Evaluate(statement.Operands[0], frame);
                    byte value = (byte)Evaluate(statement.Operands[1], frame);
                    Bytes(destination, (int)(uint)Evaluate(statement.Operands[2], frame)).Fill(value);
                    break;
                }
        }
    }

    private long Evaluate(Expression expression, Frame frame)
    {
        if (++_steps > MostSteps)
        {
            throw new EvaluationException("a static constructor that runs too long for compile time");
        }

        IReadOnlyList<Expression> operands = expression.Operands;
        switch (expression)
        {
            case Literal literal:
                return literal.Bits;
            case LocalExpression read:
                return frame.Locals.GetValueOrDefault(read.Local);
            case FrameAddressExpression address:
                if (!frame.Slots.TryGetValue(address.Slot, out uint start))
                {
                    start = Allocate((uint)address.Slot.Size);
                    frame.Slots.Add(address.Slot, start);
                }

                return (int)(start + (uint)address.Offset);
            case StackAllocationExpression:
                return (int)Allocate((uint)Evaluate(operands[0], frame));
            case OffsetExpression offset:
                return (int)Evaluate(offset.Address, frame) + offset.Offset;
            case LoadExpression load:
                return Load(load.Opcode, (uint)Evaluate(load.Address, frame) + load.Offset);
            case CallExpression call:
                return Call(call.Function, [.. operands.Select(o => Evaluate(o, frame))]);
            case IndirectCallExpression:
                {
                    long[] values = [.. operands.Select(o => Evaluate(o, frame))];
                    Function target = slotFunction((uint)values[^1]) ?? throw new EvaluationException("a static constructor that calls a null function pointer");
                    return Call(target, values[..^1]);
                }

            case OperationExpression { Opcode: Opcode.Select }:
                {
                    long whenTrue = Evaluate(operands[0], frame);
                    long whenFalse = Evaluate(operands[1], frame);
                    return Evaluate(operands[2], frame) != 0 ? whenTrue : whenFalse;
                }

            case OperationExpression operation:
                {
                    long first = operands.Count > 0 ? Evaluate(operands[0], frame) : 0;
                    long second = operands.Count > 1 ? Evaluate(operands[1], frame) : 0;
                    return Arithmetic.Compute(operation.Opcode, first, second)
                        ?? throw new EvaluationException($"a static constructor that traps or that needs the instruction {operation.Opcode.Mnemonic()}");
                }

            default:
                throw new EvaluationException($"a static constructor with {expression.GetType().Name}");
        }
    }

    private uint Allocate(uint size)
    {
        if (size > _stackPointer - StackBase)
        {
            throw new EvaluationException("a static constructor that needs too much stack for compile time");
        }

        _stackPointer = (_stackPointer - size) & ~15u;
        Bytes(_stackPointer, (int)size).Clear();
        return _stackPointer;
    }

    private long Load(Opcode opcode, uint address) => opcode switch
    {
        Opcode.I32Load8S => (sbyte)Bytes(address, 1)[0],
        Opcode.I32Load8U => Bytes(address, 1)[0],
        Opcode.I32Load16S => BinaryPrimitives.ReadInt16LittleEndian(Bytes(address, 2)),
        Opcode.I32Load16U => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(address, 2)),
        Opcode.I32Load or Opcode.F32Load => BinaryPrimitives.ReadInt32LittleEndian(Bytes(address, 4)),
        Opcode.I64Load or Opcode.F64Load => BinaryPrimitives.ReadInt64LittleEndian(Bytes(address, 8)),
        _ => throw new EvaluationException($"a static constructor with the instruction {opcode.Mnemonic()}"),
    };

    private void Store(Opcode opcode, uint address, long value)
    {
        switch (opcode)
        {
            case Opcode.I32Store8:
                Bytes(address, 1)[0] = (byte)value;
                break;
            case Opcode.I32Store16:
                BinaryPrimitives.WriteInt16LittleEndian(Bytes(address, 2), (short)value);
                break;
            case Opcode.I32Store or Opcode.F32Store:
                BinaryPrimitives.WriteInt32LittleEndian(Bytes(address, 4), (int)value);
                break;
            default:
                BinaryPrimitives.WriteInt64LittleEndian(Bytes(address, 8), value);
                break;
        }
    }

    private Span<byte> Bytes(uint address, int size)
    {
        if (size >= 0 && address >= StackBase && (ulong)(address - StackBase) + (uint)size <= StackSize)
        {
            return _stack.AsSpan((int)(address - StackBase), size);
        }

        return size >= 0 && address >= data.Base && (ulong)(address - data.Base) + (uint)size <= data.Size
            ? data.Bytes.Slice((int)(address - data.Base), size)
            : throw new EvaluationException("a static constructor that reads or writes memory other than static fields");
    }

    private sealed class Frame
    {
        public Dictionary<Local, long> Locals { get; } = [];

        public Dictionary<FrameSlot, uint> Slots { get; } = [];
    }
}
