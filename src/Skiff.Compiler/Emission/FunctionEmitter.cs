using Skiff.Compiler.Flow;
using Skiff.Compiler.Flow.Structuring;
using Skiff.Wasm;

namespace Skiff.Compiler.Emission;

/// <summary>Writes the structured code of a flow graph as the body of a wasm function.</summary>
internal sealed class FunctionEmitter
{
    private readonly ModuleEnvironment _environment;
    private readonly FrameLayout _frame;
    private readonly Dictionary<Local, uint> _locals = [];
    private readonly List<ValType> _declared = [];
    private readonly List<Label?> _labels = [];
    private readonly LocalUses _uses;
    private readonly InstructionList _body = [];
    private readonly uint _parameterCount;
    private readonly uint _framePointer;
    private int _straightFrom;

    /// <summary>Whether the code ends in the result of the function, without a <c>return</c>.</summary>
    private bool _endsInReturn;

    private FunctionEmitter(FlowGraph graph, IReadOnlyList<FlowBlock> blocks, ModuleEnvironment environment)
    {
        _environment = environment;
        _frame = new FrameLayout(blocks);
        _uses = new LocalUses(blocks);
        _parameterCount = (uint)graph.Parameters.Count;
        foreach (Local parameter in graph.Parameters)
        {
            _locals.Add(parameter, (uint)_locals.Count);
        }

        if (_frame.IsNeeded)
        {
            _framePointer = Declare(ValType.I32);
        }
    }

    /// <summary>Gives <paramref name="function"/> the code of <paramref name="graph"/>.</summary>
    /// <param name="graph">The code.</param>
    /// <param name="region">The same, structured.</param>
    /// <param name="function">What gets locals and a body.</param>
    /// <param name="environment">The module.</param>
    public static void Emit(FlowGraph graph, Region region, Function function, ModuleEnvironment environment)
    {
        var emitter = new FunctionEmitter(graph, graph.ReversePostorder(), environment);
        emitter.Prologue();
        emitter.Emit(region, isTail: true);
        if (graph.Result is not null && !emitter._endsInReturn)
        {
            // Control never gets here, which validation cannot know.
            emitter._body.Unreachable();
        }

        InstructionList body = function.ResetBody();
        foreach (ValType type in LocalNumbering.Compact(emitter._body, emitter._parameterCount, emitter._declared))
        {
            function.Locals.Add(type);
        }

        body.AddRange(emitter._body);
    }

    private void Prologue()
    {
        if (!_frame.IsNeeded)
        {
            return;
        }

        _body.GlobalGet(_environment.StackPointer);
        if (_frame.Size > 0)
        {
            _body.I32Const(_frame.Size).Op(Opcode.I32Sub);
        }

        if (_frame.Calls || _frame.AllocatesDynamically)
        {
            _body.LocalTee(_framePointer).GlobalSet(_environment.StackPointer);
        }
        else
        {
            // Nobody else uses the stack before this function returns.
            _body.LocalSet(_framePointer);
        }

        int zeroed = (_frame.ZeroedSize + 7) & -8;
        if (zeroed > 64)
        {
            _body.LocalGet(_framePointer).I32Const(0).I32Const(zeroed).MemoryFill(_environment.Memory);
            return;
        }

        for (int offset = 0; offset < zeroed; offset += 8)
        {
            _body.LocalGet(_framePointer).I64Const(0).Access(Opcode.I64Store, _environment.Memory, (ulong)offset);
        }
    }

    private void Epilogue()
    {
        if (!_frame.IsNeeded || !(_frame.Calls || _frame.AllocatesDynamically))
        {
            return;
        }

        _body.LocalGet(_framePointer);
        if (_frame.Size > 0)
        {
            _body.I32Const(_frame.Size).Op(Opcode.I32Add);
        }

        _body.GlobalSet(_environment.StackPointer);
    }

    private void Emit(Region region, bool isTail)
    {
        switch (region)
        {
            case SequenceRegion sequence:
                for (int i = 0; i < sequence.Parts.Count; i++)
                {
                    Emit(sequence.Parts[i], isTail && i == sequence.Parts.Count - 1);
                }

                break;
            case StatementsRegion statements:
                foreach (Statement statement in statements.Block.Statements)
                {
                    Emit(statement);
                }

                break;
            case BlockRegion block:
                _body.Block();
                EmitLabelled(block.Label, block.Body);
                break;
            case LoopRegion loop:
                _body.Loop();
                EmitLabelled(loop.Label, loop.Body);
                break;
            case IfRegion choice:
                EmitChoice(choice, isTail);
                break;
            case BreakRegion exit:
                _body.Br(Depth(exit.Label));
                break;
            case SwitchRegion choice:
                Emit(choice.Index);
                _body.BrTable(choice.Labels.Take(choice.Labels.Count - 1).Select(Depth), Depth(choice.Labels[^1]));
                break;
            case ReturnRegion end:
                if (end.Value is not null)
                {
                    Emit(end.Value);
                }

                Epilogue();
                if (isTail)
                {
                    _endsInReturn = true;
                }
                else
                {
                    _body.Return();
                }

                break;
            case TrapRegion:
                _body.Unreachable();
                break;
        }
    }

    private void EmitLabelled(Label? label, Region body)
    {
        _labels.Add(label);
        Straight();
        Emit(body, isTail: false);
        Close();
    }

    private void Close()
    {
        _labels.RemoveAt(_labels.Count - 1);
        _body.End();
        Straight();
    }

    private void EmitChoice(IfRegion choice, bool isTail)
    {
        Expression condition = Operations.Condition(choice.Condition);
        (Region whenTrue, Region whenFalse) = (choice.WhenTrue, choice.WhenFalse);
        while (condition is OperationExpression { Opcode: Opcode.I32Eqz } not)
        {
            condition = Operations.Condition(not.Operands[0]);
            (whenTrue, whenFalse) = (whenFalse, whenTrue);
        }

        if (OnlyBreak(whenTrue) is { } trueExit)
        {
            Emit(condition);
            _body.BrIf(Depth(trueExit.Label));
            Straight();
            Emit(whenFalse, isTail);
        }
        else if (OnlyBreak(whenFalse) is { } falseExit)
        {
            Emit(Operations.Not(condition));
            _body.BrIf(Depth(falseExit.Label));
            Straight();
            Emit(whenTrue, isTail);
        }
        else if (IsEmpty(whenTrue) && IsEmpty(whenFalse))
        {
            Emit(condition);
            _body.Drop();
        }
        else if (IsEmpty(whenTrue) || (!FallsThrough(whenFalse) && (FallsThrough(whenTrue) || Size(whenTrue) > Size(whenFalse))))
        {
            // Of two that leave, the smaller one is put inside.
            EmitIf(Operations.Not(condition), whenFalse);
            Emit(whenTrue, isTail);
        }
        else if (IsEmpty(whenFalse) || !FallsThrough(whenTrue))
        {
            EmitIf(condition, whenTrue);
            Emit(whenFalse, isTail);
        }
        else
        {
            Emit(condition);
            _body.If();
            _labels.Add(null);
            Straight();
            Emit(whenTrue, isTail: false);
            _body.Else();
            Straight();
            Emit(whenFalse, isTail: false);
            Close();
        }
    }

    private void EmitIf(Expression condition, Region body)
    {
        Emit(condition);
        _body.If();
        EmitLabelled(null, body);
    }

    private static BreakRegion? OnlyBreak(Region region) => region switch
    {
        BreakRegion exit => exit,
        SequenceRegion { Parts: [var only] } => OnlyBreak(only),
        SequenceRegion { Parts: [StatementsRegion { Block.Statements.Count: 0 }, var only] } => OnlyBreak(only),
        _ => null,
    };

    private static bool IsEmpty(Region region) => region switch
    {
        SequenceRegion sequence => sequence.Parts.All(IsEmpty),
        StatementsRegion statements => statements.Block.Statements.Count == 0,
        _ => false,
    };

    private static bool FallsThrough(Region region) => region switch
    {
        SequenceRegion sequence => sequence.Parts.Count == 0 || FallsThrough(sequence.Parts[^1]),
        LoopRegion loop => FallsThrough(loop.Body),
        IfRegion choice => FallsThrough(choice.WhenTrue) || FallsThrough(choice.WhenFalse),
        BreakRegion or SwitchRegion or ReturnRegion or TrapRegion => false,
        _ => true,
    };

    /// <summary>A rough size, exact only for the small.</summary>
    private static int Size(Region region)
    {
        const int Large = 16;
        switch (region)
        {
            case SequenceRegion sequence:
                int size = 0;
                for (int i = 0; i < sequence.Parts.Count && size < Large; i++)
                {
                    size += Size(sequence.Parts[i]);
                }

                return size;
            case StatementsRegion statements:
                return statements.Block.Statements.Count;
            case BlockRegion or LoopRegion or IfRegion:
                return Large;
            default:
                return 1;
        }
    }

    private void Emit(Statement statement)
    {
        switch (statement)
        {
            case AssignStatement assign when _uses.Reads(assign.Local) == 0:
                EmitForEffect(assign.Value);
                break;
            case AssignStatement assign:
                Emit(assign.Value);
                _body.LocalSet(Index(assign.Local));
                break;
            case EvaluateStatement evaluate:
                EmitForEffect(evaluate.Value);
                break;
            case StoreStatement { Address: FrameAddressExpression frame } store:
                _body.LocalGet(_framePointer);
                Emit(store.Value);
                _body.Access(store.Opcode, _environment.Memory, store.Offset + (uint)(_frame[frame.Slot] + frame.Offset));
                break;
            case StoreStatement store:
                Emit(store.Address);
                Emit(store.Value);
                _body.Access(store.Opcode, _environment.Memory, store.Offset);
                break;
            case CopyStatement:
                EmitAll(statement.Operands);
                _body.MemoryCopy(_environment.Memory, _environment.Memory);
                break;
            case FillStatement:
                EmitAll(statement.Operands);
                _body.MemoryFill(_environment.Memory);
                break;
            default:
                throw new InvalidOperationException($"The emitter does not know {statement.GetType().Name}.");
        }
    }

    private void EmitForEffect(Expression value)
    {
        if ((value.Effects & (Effects.Writes | Effects.Traps)) == 0)
        {
            return;
        }

        Emit(value);
        if (value.Type is not null)
        {
            _body.Drop();
        }
    }

    private void EmitAll(IReadOnlyList<Expression> expressions)
    {
        foreach (Expression expression in expressions)
        {
            Emit(expression);
        }
    }

    private void Emit(Expression expression)
    {
        switch (expression)
        {
            case Literal literal:
                EmitLiteral(literal);
                break;
            case LocalExpression read:
                EmitRead(read.Local);
                break;
            case FrameAddressExpression frame:
                int offset = _frame[frame.Slot] + frame.Offset;
                _body.LocalGet(_framePointer);
                if (offset != 0)
                {
                    _body.I32Const(offset).Op(Opcode.I32Add);
                }

                break;
            case OffsetExpression sum:
                Emit(sum.Address);
                _body.I32Const(sum.Offset).Op(Opcode.I32Add);
                break;
            case LoadExpression { Address: FrameAddressExpression frame } load:
                _body.LocalGet(_framePointer);
                _body.Access(load.Opcode, _environment.Memory, load.Offset + (uint)(_frame[frame.Slot] + frame.Offset));
                break;
            case LoadExpression load:
                Emit(load.Address);
                _body.Access(load.Opcode, _environment.Memory, load.Offset);
                break;
            case CallExpression call:
                EmitAll(call.Operands);
                _body.Call(call.Function);
                break;
            case IndirectCallExpression call:
                EmitAll(call.Operands);
                _body.CallIndirect(call.Signature, _environment.FunctionTable);
                break;
            case StackAllocationExpression allocation:
                uint start = Declare(ValType.I32);
                _body.GlobalGet(_environment.StackPointer);
                Emit(allocation.Operands[0]);
                _body.Op(Opcode.I32Sub).I32Const(-16).Op(Opcode.I32And);
                _body.LocalTee(start).GlobalSet(_environment.StackPointer).LocalGet(start);
                break;
            case OperationExpression operation:
                EmitAll(operation.Operands);
                _body.Append(operation.Opcode is Opcode.MemorySize or Opcode.MemoryGrow
                    ? Instruction.OfMemory(operation.Opcode, _environment.Memory)
                    : Instruction.Plain(operation.Opcode));
                break;
            default:
                throw new InvalidOperationException($"The emitter does not know {expression.GetType().Name}.");
        }
    }

    private void EmitLiteral(Literal literal)
    {
        if (literal.Type == ValType.I32)
        {
            _body.I32Const((int)literal.Bits);
        }
        else if (literal.Type == ValType.I64)
        {
            _body.I64Const(literal.Bits);
        }
        else if (literal.Type == ValType.F32)
        {
            _body.F32Const(BitConverter.Int32BitsToSingle((int)literal.Bits));
        }
        else
        {
            _body.F64Const(BitConverter.Int64BitsToDouble(literal.Bits));
        }
    }

    /// <summary>Reads a local; a value that was stored just before stays on the stack.</summary>
    private void EmitRead(Local local)
    {
        uint index = Index(local);
        if (_body.Count > _straightFrom && _body[^1] is { Opcode: Opcode.LocalSet } set && set.Local == index)
        {
            _body.RemoveAt(_body.Count - 1);
            if (_uses.Reads(local) > 1 || index < _parameterCount)
            {
                _body.LocalTee(index);
            }

            return;
        }

        _body.LocalGet(index);
    }

    private uint Index(Local local)
    {
        if (!_locals.TryGetValue(local, out uint index))
        {
            _locals.Add(local, index = Declare(local.Type));
        }

        return index;
    }

    private uint Declare(ValType type)
    {
        _declared.Add(type);
        return _parameterCount + (uint)_declared.Count - 1;
    }

    private uint Depth(Label label) => (uint)(_labels.Count - 1 - _labels.LastIndexOf(label));

    /// <summary>Marks a place that control may reach from elsewhere, before which no instruction may be changed.</summary>
    private void Straight() => _straightFrom = _body.Count;
}
