using Skiff.Wasm;

namespace Skiff.Compiler.Flow;

/// <summary>Makes expressions, simplifying as it goes: constants are folded, double negations and needless masks dropped.</summary>
internal static class Operations
{
    /// <summary>An instruction with one operand.</summary>
    public static Expression Unary(Opcode opcode, Expression operand)
    {
        if (operand is Literal literal && Arithmetic.Compute(opcode, literal.Bits) is { } bits)
        {
            return new Literal(ResultOf(opcode), bits);
        }

        switch (opcode)
        {
            case Opcode.I32Eqz when operand is OperationExpression { Operands.Count: <= 2 } comparison && Negation(comparison.Opcode) is { } negated:
                return new OperationExpression(negated, ValType.I32, Effects.None, comparison.Operands);
            case Opcode.I32WrapI64 when operand is OperationExpression { Opcode: Opcode.I64ExtendI32S or Opcode.I64ExtendI32U } extension:
                return extension.Operands[0];
        }

        return new OperationExpression(opcode, ResultOf(opcode), OwnEffects(opcode), [operand]);
    }

    /// <summary>An instruction with two operands.</summary>
    public static Expression Binary(Opcode opcode, Expression left, Expression right)
    {
        if (left is Literal a && right is Literal b && Arithmetic.Compute(opcode, a.Bits, b.Bits) is { } bits)
        {
            return new Literal(ResultOf(opcode), bits);
        }

        if (right is Literal { Bits: 0 })
        {
            switch (opcode)
            {
                case Opcode.I32Add or Opcode.I32Sub or Opcode.I32Or or Opcode.I32Xor or Opcode.I32Shl or Opcode.I32ShrS or Opcode.I32ShrU
                    or Opcode.I64Add or Opcode.I64Sub or Opcode.I64Or or Opcode.I64Xor or Opcode.I64Shl or Opcode.I64ShrS or Opcode.I64ShrU:
                    return left;
                case Opcode.I32Eq:
                    return Unary(Opcode.I32Eqz, left);
                case Opcode.I64Eq:
                    return Unary(Opcode.I64Eqz, left);
                case Opcode.I32GtU:
                    // Unsigned "greater than zero" is how Roslyn says "not null".
                    return Binary(Opcode.I32Ne, left, right);
                case Opcode.I64GtU:
                    return Binary(Opcode.I64Ne, left, right);
                case Opcode.I32Ne when IsBoolean(left):
                    return left;
            }
        }

        switch (opcode)
        {
            case Opcode.I32Mul or Opcode.I64Mul or Opcode.I32DivU or Opcode.I64DivU or Opcode.I32DivS or Opcode.I64DivS when right is Literal { Bits: 1 }:
                return left;
            case Opcode.I32Shl or Opcode.I32ShrS or Opcode.I32ShrU or Opcode.I32Rotl or Opcode.I32Rotr
                when right is OperationExpression { Opcode: Opcode.I32And } mask && mask.Operands[1] is Literal { Bits: 31 }:
                // wasm masks shift counts itself.
                return Binary(opcode, left, mask.Operands[0]);
            case Opcode.I64Shl or Opcode.I64ShrS or Opcode.I64ShrU or Opcode.I64Rotl or Opcode.I64Rotr
                when right is OperationExpression { Opcode: Opcode.I64And } mask && mask.Operands[1] is Literal { Bits: 63 }:
                return Binary(opcode, left, mask.Operands[0]);
            case Opcode.I32And when right is Literal { Bits: 255 } && left is LoadExpression { Opcode: Opcode.I32Load8U }:
            case Opcode.I32And when right is Literal { Bits: 65535 } && left is LoadExpression { Opcode: Opcode.I32Load16U or Opcode.I32Load8U }:
            case Opcode.I32And when right is Literal { Bits: 1 or 255 or 65535 } && IsBoolean(left):
                return left;
            case Opcode.I32Add when right is Literal c && left is OperationExpression { Opcode: Opcode.I32Add } sum && sum.Operands[1] is Literal d:
                return Binary(Opcode.I32Add, sum.Operands[0], Literal.I32((int)c.Bits + (int)d.Bits));
            case Opcode.I32Add when right is Literal e && left is FrameAddressExpression frame:
                return new FrameAddressExpression(frame.Slot, frame.Offset + (int)e.Bits);
        }

        return new OperationExpression(opcode, ResultOf(opcode), OwnEffects(opcode), [left, right]);
    }

    /// <summary>An address some bytes further within the same object.</summary>
    public static Expression Offset(Expression address, int offset) => (address, offset) switch
    {
        (_, 0) => address,
        (Literal literal, _) => Literal.I32((int)literal.Bits + offset),
        (FrameAddressExpression frame, _) => new FrameAddressExpression(frame.Slot, frame.Offset + offset),
        (OffsetExpression inner, _) => new OffsetExpression(inner.Address, inner.Offset + offset),
        _ => new OffsetExpression(address, offset),
    };

    /// <summary>A load; constant offsets of the address move into the instruction.</summary>
    public static Expression Load(Opcode opcode, Expression address, int offset = 0) => address is OffsetExpression o
        ? new LoadExpression(opcode, ResultOf(opcode), o.Address, (uint)(o.Offset + offset))
        : new LoadExpression(opcode, ResultOf(opcode), address, (uint)offset);

    /// <summary>A store; constant offsets of the address move into the instruction.</summary>
    public static Statement Store(Opcode opcode, Expression address, int offset, Expression value) => address is OffsetExpression o
        ? new StoreStatement(opcode, o.Address, (uint)(o.Offset + offset), Narrow(opcode, value))
        : new StoreStatement(opcode, address, (uint)offset, Narrow(opcode, value));

    /// <summary>One of two values without effects, by a condition, which is evaluated last.</summary>
    public static Expression Select(Expression whenTrue, Expression whenFalse, Expression condition)
    {
        if (condition is Literal literal)
        {
            return literal.Bits != 0 ? whenTrue : whenFalse;
        }

        if (whenTrue is Literal { Bits: 1 } && whenFalse is Literal { Bits: 0 } && whenTrue.Type == ValType.I32)
        {
            return IsBoolean(condition) ? condition : Binary(Opcode.I32Ne, condition, Literal.I32(0));
        }

        if (whenTrue is Literal { Bits: 0 } && whenFalse is Literal { Bits: 1 } && whenTrue.Type == ValType.I32)
        {
            return Not(condition);
        }

        return new OperationExpression(Opcode.Select, whenTrue.Type, Effects.None, [whenTrue, whenFalse, condition]);
    }

    /// <summary>The negation of a condition.</summary>
    public static Expression Not(Expression condition) => Unary(Opcode.I32Eqz, condition);

    /// <summary>A condition as a branch tests it: "not equal to zero" is dropped.</summary>
    public static Expression Condition(Expression condition)
    {
        while (condition is OperationExpression { Opcode: Opcode.I32Ne } test && test.Operands[1] is Literal { Bits: 0 })
        {
            condition = test.Operands[0];
        }

        return condition;
    }

    /// <summary>Whether the expression is 0 or 1 by construction.</summary>
    public static bool IsBoolean(Expression expression) => expression switch
    {
        Literal literal => literal.Bits is 0 or 1,
        OperationExpression operation => operation.Opcode is >= Opcode.I32Eqz and <= Opcode.F64Ge
            || (operation.Opcode is Opcode.I32And or Opcode.I32Or or Opcode.I32Xor && operation.Operands.All(IsBoolean)),
        _ => false,
    };

    /// <summary>The type that a numeric or load instruction leaves.</summary>
    public static ValType ResultOf(Opcode opcode) => opcode.Info().Results switch
    {
        "i" => ValType.I32,
        "I" => ValType.I64,
        "f" => ValType.F32,
        "F" => ValType.F64,
        _ => throw new ArgumentException($"{opcode.Mnemonic()} leaves no number.", nameof(opcode)),
    };

    /// <summary>What the instruction itself does besides computing.</summary>
    public static Effects OwnEffects(Opcode opcode) => opcode switch
    {
        Opcode.I32DivS or Opcode.I32DivU or Opcode.I32RemS or Opcode.I32RemU
            or Opcode.I64DivS or Opcode.I64DivU or Opcode.I64RemS or Opcode.I64RemU
            or (>= Opcode.I32TruncF32S and <= Opcode.I32TruncF64U)
            or (>= Opcode.I64TruncF32S and <= Opcode.I64TruncF64U) => Effects.Traps,
        _ => Effects.None,
    };

    /// <summary>What is left of a value when only the bytes that <paramref name="store"/> writes matter.</summary>
    private static Expression Narrow(Opcode store, Expression value)
    {
        long kept = store switch
        {
            Opcode.I32Store8 => 0xFF,
            Opcode.I32Store16 => 0xFFFF,
            _ => 0,
        };
        while (kept != 0)
        {
            switch (value)
            {
                case OperationExpression { Opcode: Opcode.I32And } mask when mask.Operands[1] is Literal literal && (literal.Bits & kept) == kept:
                    value = mask.Operands[0];
                    continue;
                case OperationExpression { Opcode: Opcode.I32Extend16S } extension:
                    value = extension.Operands[0];
                    continue;
                case OperationExpression { Opcode: Opcode.I32Extend8S } extension when kept == 0xFF:
                    value = extension.Operands[0];
                    continue;
            }

            break;
        }

        return value;
    }

    private static Opcode? Negation(Opcode opcode) => opcode switch
    {
        Opcode.I32Eqz => null,
        Opcode.I32Eq => Opcode.I32Ne,
        Opcode.I32Ne => Opcode.I32Eq,
        Opcode.I32LtS => Opcode.I32GeS,
        Opcode.I32LtU => Opcode.I32GeU,
        Opcode.I32GtS => Opcode.I32LeS,
        Opcode.I32GtU => Opcode.I32LeU,
        Opcode.I32LeS => Opcode.I32GtS,
        Opcode.I32LeU => Opcode.I32GtU,
        Opcode.I32GeS => Opcode.I32LtS,
        Opcode.I32GeU => Opcode.I32LtU,
        Opcode.I64Eq => Opcode.I64Ne,
        Opcode.I64Ne => Opcode.I64Eq,
        Opcode.I64LtS => Opcode.I64GeS,
        Opcode.I64LtU => Opcode.I64GeU,
        Opcode.I64GtS => Opcode.I64LeS,
        Opcode.I64GtU => Opcode.I64LeU,
        Opcode.I64LeS => Opcode.I64GtS,
        Opcode.I64LeU => Opcode.I64GtU,
        Opcode.I64GeS => Opcode.I64LtS,
        Opcode.I64GeU => Opcode.I64LtU,
        Opcode.F32Eq => Opcode.F32Ne,
        Opcode.F32Ne => Opcode.F32Eq,
        Opcode.F64Eq => Opcode.F64Ne,
        Opcode.F64Ne => Opcode.F64Eq,
        _ => null,
    };
}
