using Skiff.Wasm;

namespace Skiff.Compiler.Flow.Simplification;

/// <summary>A frame slot as the scalars that are accessed in it.</summary>
internal sealed class PromotableSlot
{
    private readonly Dictionary<int, (Local Local, int Size)> _scalars = [];

    /// <summary>Notes an access.</summary>
    /// <returns>Whether the slot can still be promoted.</returns>
    public bool TryAdd(int offset, Opcode opcode)
    {
        int size = 1 << opcode.Info().Size;
        if (_scalars.TryGetValue(offset, out (Local Local, int Size) scalar))
        {
            return scalar.Size == size;
        }

        foreach ((int other, (_, int otherSize)) in _scalars)
        {
            if (offset < other + otherSize && other < offset + size)
            {
                return false;
            }
        }

        _scalars.Add(offset, (new Local(TypeOf(opcode)), size));
        return true;
    }

    /// <summary>What a load reads now.</summary>
    public Expression Read(int offset, Opcode load)
    {
        (Local local, _) = _scalars[offset];
        var value = new LocalExpression(local);
        // Small integers are kept zero-extended.
        return load switch
        {
            Opcode.I32Load8S => Operations.Unary(Opcode.I32Extend8S, value),
            Opcode.I32Load16S => Operations.Unary(Opcode.I32Extend16S, value),
            _ => Reinterpreted(value, TypeOf(load)),
        };
    }

    /// <summary>What a store is now.</summary>
    public AssignStatement Assign(int offset, Opcode store, Expression value)
    {
        (Local local, _) = _scalars[offset];
        Expression kept = store switch
        {
            Opcode.I32Store8 => Operations.Binary(Opcode.I32And, value, Literal.I32(0xFF)),
            Opcode.I32Store16 => Operations.Binary(Opcode.I32And, value, Literal.I32(0xFFFF)),
            _ => Reinterpreted(value, local.Type),
        };
        return new AssignStatement(local, kept);
    }

    private static Expression Reinterpreted(Expression value, ValType type)
    {
        if (value.Type == type)
        {
            return value;
        }

        Opcode opcode = type == ValType.I32 ? Opcode.I32ReinterpretF32
            : type == ValType.I64 ? Opcode.I64ReinterpretF64
            : type == ValType.F32 ? Opcode.F32ReinterpretI32
            : Opcode.F64ReinterpretI64;
        return Operations.Unary(opcode, value);
    }

    private static ValType TypeOf(Opcode opcode) => opcode switch
    {
        Opcode.I64Load or Opcode.I64Store => ValType.I64,
        Opcode.F32Load or Opcode.F32Store => ValType.F32,
        Opcode.F64Load or Opcode.F64Store => ValType.F64,
        _ => ValType.I32,
    };
}
