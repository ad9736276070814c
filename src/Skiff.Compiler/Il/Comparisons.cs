using Mono.Cecil.Cil;
using Skiff.Compiler.Flow;
using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>The comparisons of ECMA-335 §III.1.5 and the branches on them, which differ on unordered floating-point numbers.</summary>
internal static class Comparisons
{
    /// <summary>The 0 or 1 that <c>ceq</c>, <c>cgt</c>, <c>clt</c> and their unsigned or unordered forms leave.</summary>
    public static Expression Compare(Code code, Expression left, Expression right)
    {
        (left, right) = Alike(left, right);
        return code switch
        {
            Code.Ceq => Make(left, right, Opcode.I32Eq, Opcode.I64Eq, Opcode.F32Eq, Opcode.F64Eq),
            Code.Cgt => Make(left, right, Opcode.I32GtS, Opcode.I64GtS, Opcode.F32Gt, Opcode.F64Gt),
            Code.Cgt_Un => Unordered(left, right, Opcode.I32GtU, Opcode.I64GtU, Opcode.F32Le, Opcode.F64Le),
            Code.Clt => Make(left, right, Opcode.I32LtS, Opcode.I64LtS, Opcode.F32Lt, Opcode.F64Lt),
            _ => Unordered(left, right, Opcode.I32LtU, Opcode.I64LtU, Opcode.F32Ge, Opcode.F64Ge),
        };
    }

    /// <summary>The condition under which a branch instruction is taken.</summary>
    public static Expression Branch(Code code, Expression left, Expression right)
    {
        (left, right) = Alike(left, right);
        return code switch
        {
            Code.Beq => Make(left, right, Opcode.I32Eq, Opcode.I64Eq, Opcode.F32Eq, Opcode.F64Eq),
            Code.Bne_Un => Make(left, right, Opcode.I32Ne, Opcode.I64Ne, Opcode.F32Ne, Opcode.F64Ne),
            Code.Bge => Make(left, right, Opcode.I32GeS, Opcode.I64GeS, Opcode.F32Ge, Opcode.F64Ge),
            Code.Bgt => Make(left, right, Opcode.I32GtS, Opcode.I64GtS, Opcode.F32Gt, Opcode.F64Gt),
            Code.Ble => Make(left, right, Opcode.I32LeS, Opcode.I64LeS, Opcode.F32Le, Opcode.F64Le),
            Code.Blt => Make(left, right, Opcode.I32LtS, Opcode.I64LtS, Opcode.F32Lt, Opcode.F64Lt),
            Code.Bge_Un => Unordered(left, right, Opcode.I32GeU, Opcode.I64GeU, Opcode.F32Lt, Opcode.F64Lt),
            Code.Bgt_Un => Unordered(left, right, Opcode.I32GtU, Opcode.I64GtU, Opcode.F32Le, Opcode.F64Le),
            Code.Ble_Un => Unordered(left, right, Opcode.I32LeU, Opcode.I64LeU, Opcode.F32Gt, Opcode.F64Gt),
            _ => Unordered(left, right, Opcode.I32LtU, Opcode.I64LtU, Opcode.F32Ge, Opcode.F64Ge),
        };
    }

    /// <summary>The condition under which <c>brtrue</c> is taken.</summary>
    public static Expression IsTrue(Expression value) => value.Type == ValType.I64
        ? Operations.Binary(Opcode.I64Ne, value, Literal.I64(0))
        : Operations.Condition(value);

    /// <summary>Two floating-point operands as one type.</summary>
    public static (Expression Left, Expression Right) Alike(Expression left, Expression right)
    {
        if (left.Type == right.Type)
        {
            return (left, right);
        }

        bool isLeftFloat = left.Type == ValType.F32 || left.Type == ValType.F64;
        bool isRightFloat = right.Type == ValType.F32 || right.Type == ValType.F64;
        return isLeftFloat && isRightFloat
            ? (Conversions.ToDouble(left), Conversions.ToDouble(right))
            : throw new UnsupportedConstructException($"an operation on {left.Type} and {right.Type}");
    }

    private static Expression Make(Expression left, Expression right, Opcode i32, Opcode i64, Opcode f32, Opcode f64) =>
        Operations.Binary(Choose(left.Type!.Value, i32, i64, f32, f64), left, right);

    /// <summary>A comparison that also holds when a floating-point operand is not a number: the negation of the opposite.</summary>
    private static Expression Unordered(Expression left, Expression right, Opcode i32, Opcode i64, Opcode oppositeF32, Opcode oppositeF64)
    {
        Expression comparison = Make(left, right, i32, i64, oppositeF32, oppositeF64);
        return left.Type == ValType.F32 || left.Type == ValType.F64 ? Operations.Not(comparison) : comparison;
    }

    private static Opcode Choose(ValType type, Opcode i32, Opcode i64, Opcode f32, Opcode f64) =>
        type == ValType.I32 ? i32 : type == ValType.I64 ? i64 : type == ValType.F32 ? f32 : f64;
}
