using Skiff.Compiler.Flow;
using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>
/// Builds blocks from a stack machine's code: values stay trees on the evaluation stack until something uses them, or
/// until a statement would change what they mean; then they go to a temporary first.
/// </summary>
internal sealed class CodeBuilder(TypeSystem types)
{
    private readonly List<StackEntry> _stack = [];

    /// <summary>The types.</summary>
    public TypeSystem Types { get; } = types;

    /// <summary>The block that is being built; <see langword="null"/> where control does not get to.</summary>
    public FlowBlock? Block { get; set; }

    /// <summary>The evaluation stack, the top last.</summary>
    public IReadOnlyList<StackEntry> Stack => _stack;

    /// <summary>Pushes a value.</summary>
    public void Push(StackEntry entry) => _stack.Add(entry);

    /// <summary>Pushes a scalar.</summary>
    public void Push(IlType type, Expression value) => _stack.Add(StackEntry.Scalar(type, value));

    /// <summary>Pushes the value of type <paramref name="type"/> that lies at <paramref name="address"/>.</summary>
    public void PushFrom(IlType type, Expression address)
    {
        switch (type)
        {
            case ScalarType scalar:
                Push(scalar, Load(scalar, address));
                break;
            case StructType structure:
                Push(StackEntry.At(structure, Cheap(address), isOwned: false));
                break;
            default:
                throw Unusable(type);
        }
    }

    /// <summary>Pops whatever is on top, even what cannot be used.</summary>
    public StackEntry PopAny()
    {
        StackEntry entry = _stack[^1];
        _stack.RemoveAt(_stack.Count - 1);
        return entry;
    }

    /// <summary>Pops a value.</summary>
    public StackEntry Pop()
    {
        StackEntry entry = PopAny();
        return entry.Construct switch
        {
            null => entry,
            "" => throw new ReportedException(),
            _ => throw new UnsupportedConstructException(entry.Construct),
        };
    }

    /// <summary>Pops a scalar.</summary>
    public Expression PopScalar()
    {
        StackEntry entry = Pop();
        return entry.Struct is null ? entry.Value : throw new UnsupportedConstructException($"a value of the struct {entry.Type} as a number");
    }

    /// <summary>Pops the topmost <paramref name="count"/> values, the deepest first.</summary>
    public StackEntry[] Pop(int count)
    {
        var entries = new StackEntry[count];
        for (int i = count - 1; i >= 0; i--)
        {
            entries[i] = Pop();
        }

        return entries;
    }

    /// <summary>Puts a value below the topmost <paramref name="count"/> others.</summary>
    public void PushBelow(int count, StackEntry entry) => _stack.Insert(_stack.Count - count, entry);

    /// <summary>Sees to it that nothing else can change the struct at a place of the stack.</summary>
    public void Own(int index, StructType type)
    {
        if (_stack[index].Struct == type && !_stack[index].IsOwned)
        {
            Settle(_stack[index].Effects, null, index);
            _stack[index] = Settled(_stack[index]);
        }
    }

    /// <summary>A builder for the same block whose statements touch only what nothing on the stack knows.</summary>
    public CodeBuilder Aside() => new(Types) { Block = Block };

    /// <summary>Drops or adds values until <paramref name="depth"/> are left, those added being unusable.</summary>
    public void Recover(int depth)
    {
        while (_stack.Count > depth)
        {
            _stack.RemoveAt(_stack.Count - 1);
        }

        while (_stack.Count < depth)
        {
            _stack.Add(StackEntry.Unusable(Types.Int32, ""));
        }
    }

    /// <summary>Makes values that cannot be used no longer an error, because one has been reported.</summary>
    public void ForgetUnusable()
    {
        for (int i = 0; i < _stack.Count; i++)
        {
            if (_stack[i].Construct is { Length: > 0 })
            {
                _stack[i] = StackEntry.Unusable(_stack[i].Type, "");
            }
        }
    }

    /// <summary>Appends a statement, before it whatever on the stack it would disturb.</summary>
    public void Emit(Statement statement)
    {
        Effects effects = statement is AssignStatement or EvaluateStatement ? Effects.None : Effects.Writes;
        foreach (Expression operand in statement.Operands)
        {
            effects |= operand.Effects;
        }

        Settle(effects, (statement as AssignStatement)?.Local, _stack.Count);
        Block!.Statements.Add(statement);
    }

    /// <summary>Ends the block.</summary>
    public void End(Terminator terminator)
    {
        Block!.Terminator = terminator;
        Block = null;
    }

    /// <summary>Evaluates now what on the stack has effects or depends on memory, so that control may branch.</summary>
    public void Settle() => Settle(Effects.ReadsMemory | Effects.Traps | Effects.Writes, null, _stack.Count);

    /// <summary>An expression for the value of <paramref name="value"/> that may be evaluated any number of times.</summary>
    public Expression Cheap(Expression value)
    {
        if (IsCheap(value))
        {
            return value;
        }

        return new LocalExpression(Assign(value));
    }

    /// <summary>Evaluates a value now, into a new temporary.</summary>
    public Local Assign(Expression value)
    {
        var local = new Local(value.Type!.Value);
        Emit(new AssignStatement(local, value));
        return local;
    }

    /// <summary>Whether evaluating it twice costs nothing.</summary>
    public static bool IsCheap(Expression value) => value switch
    {
        Literal or LocalExpression or FrameAddressExpression => true,
        OffsetExpression offset => IsCheap(offset.Address),
        _ => false,
    };

    /// <summary>Copies a value to <paramref name="address"/>.</summary>
    public void Store(IlType type, Expression address, StackEntry value)
    {
        switch (type)
        {
            case ScalarType scalar:
                Emit(Operations.Store(StoreOf(scalar.Kind), address, 0, value.Value));
                break;
            case StructType structure:
                CopyStruct(structure, address, value.Value);
                break;
            default:
                throw Unusable(type);
        }
    }

    /// <summary>Copies a struct from one cheap address to another address.</summary>
    public void CopyStruct(StructType type, Expression destination, Expression source)
    {
        const int MostLeaves = 8;
        if (type.Layout.Leaves is { } leaves && leaves.Count <= MostLeaves)
        {
            destination = leaves.Count > 1 ? Cheap(destination) : destination;
            foreach (StructLeaf leaf in leaves)
            {
                Expression value = Load(leaf.Type, source, leaf.Offset);
                Emit(Operations.Store(StoreOf(leaf.Type.Kind), destination, leaf.Offset, value));
            }

            return;
        }

        Emit(new CopyStatement(destination, source, Literal.I32(type.Size)));
    }

    /// <summary>Sets a value to zero.</summary>
    public void Clear(IlType type, Expression address)
    {
        const int MostLeaves = 8;
        switch (type)
        {
            case ScalarType scalar:
                Emit(Operations.Store(StoreOf(scalar.Kind), address, 0, Literal.Zero(scalar.Carrier)));
                break;
            case StructType { Layout.Leaves: { } leaves } when leaves.Count <= MostLeaves:
                address = leaves.Count > 1 ? Cheap(address) : address;
                foreach (StructLeaf leaf in leaves)
                {
                    Emit(Operations.Store(StoreOf(leaf.Type.Kind), address, leaf.Offset, Literal.Zero(leaf.Type.Carrier)));
                }

                break;
            case StructType structure:
                Emit(new FillStatement(address, Literal.I32(0), Literal.I32(structure.Size)));
                break;
            default:
                throw Unusable(type);
        }
    }

    /// <summary>The scalar at an address.</summary>
    public static Expression Load(ScalarType type, Expression address, int offset = 0) => Operations.Load(LoadOf(type.Kind), address, offset);

    /// <summary>The load instruction for values of a kind.</summary>
    public static Opcode LoadOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int8 => Opcode.I32Load8S,
        ScalarKind.UInt8 => Opcode.I32Load8U,
        ScalarKind.Int16 => Opcode.I32Load16S,
        ScalarKind.UInt16 => Opcode.I32Load16U,
        ScalarKind.Int64 or ScalarKind.UInt64 => Opcode.I64Load,
        ScalarKind.Float32 => Opcode.F32Load,
        ScalarKind.Float64 => Opcode.F64Load,
        _ => Opcode.I32Load,
    };

    /// <summary>The store instruction for values of a kind.</summary>
    public static Opcode StoreOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int8 or ScalarKind.UInt8 => Opcode.I32Store8,
        ScalarKind.Int16 or ScalarKind.UInt16 => Opcode.I32Store16,
        ScalarKind.Int64 or ScalarKind.UInt64 => Opcode.I64Store,
        ScalarKind.Float32 => Opcode.F32Store,
        ScalarKind.Float64 => Opcode.F64Store,
        _ => Opcode.I32Store,
    };

    /// <summary>The error of using a value of a type that has none.</summary>
    public static UnsupportedConstructException Unusable(IlType type) => new($"a value of the object type {type}");

    /// <summary>Evaluates now what a statement would disturb among the lowest <paramref name="count"/> values.</summary>
    private void Settle(Effects effects, Local? assigned, int count)
    {
        // From the top: what has to be evaluated now also disturbs what lies below it.
        Span<bool> now = count <= 64 ? stackalloc bool[count] : new bool[count];
        for (int i = count - 1; i >= 0; i--)
        {
            StackEntry entry = _stack[i];
            if (Disturbs(effects, entry.Effects) || (assigned is not null && Reads(entry.Value, assigned)))
            {
                now[i] = true;
                effects |= entry.Effects;
            }
        }

        for (int i = 0; i < count; i++)
        {
            if (now[i])
            {
                _stack[i] = Settled(_stack[i]);
            }
        }
    }

    private StackEntry Settled(StackEntry entry)
    {
        if (entry.Struct is not { } structure)
        {
            var local = new Local(entry.Value.Type!.Value);
            Block!.Statements.Add(new AssignStatement(local, entry.Value));
            return StackEntry.Scalar(entry.Type, new LocalExpression(local));
        }

        // The copy has to come before the statement that asks for it, and disturbs nothing: nobody else knows the slot.
        var slot = new FrameAddressExpression(new FrameSlot(structure.Size, structure.Alignment, zeroed: false), 0);
        Aside().CopyStruct(structure, slot, entry.Value);
        return StackEntry.At(structure, slot, isOwned: true);
    }

    private static bool Disturbs(Effects statement, Effects pending) =>
        ((pending & Effects.Writes) != 0 && (statement & (Effects.Writes | Effects.ReadsMemory | Effects.Traps)) != 0)
        || ((pending & (Effects.ReadsMemory | Effects.Traps)) != 0 && (statement & Effects.Writes) != 0);

    private static bool Reads(Expression expression, Local local) =>
        (expression.Effects & Effects.ReadsLocals) != 0
        && Walk.Expressions(expression).Any(e => e is LocalExpression read && read.Local == local);
}
