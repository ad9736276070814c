using Mono.Cecil.Cil;
using Skiff.Compiler.Flow;
using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <content>Arithmetic.</content>
internal sealed partial class MethodTranslator
{
    private void TranslateUnary(Code code)
    {
        Expression value = _code.PopScalar();
        ValType type = value.Type!.Value;
        Expression result = (code, type) switch
        {
            (Code.Neg, _) when type == ValType.I32 => Operations.Binary(Opcode.I32Sub, Literal.I32(0), value),
            (Code.Neg, _) when type == ValType.I64 => Operations.Binary(Opcode.I64Sub, Literal.I64(0), value),
            (Code.Neg, _) when type == ValType.F32 => Operations.Unary(Opcode.F32Neg, value),
            (Code.Neg, _) => Operations.Unary(Opcode.F64Neg, value),
            (_, _) when type == ValType.I32 => Operations.Binary(Opcode.I32Xor, value, Literal.I32(-1)),
            _ => Operations.Binary(Opcode.I64Xor, value, Literal.I64(-1)),
        };
        _code.Push(TypeOf(result), result);
    }

    private void TranslateShift(Code code)
    {
        Expression count = _code.PopScalar();
        Expression value = _code.PopScalar();
        bool wide = value.Type == ValType.I64;
        if (wide && count.Type == ValType.I32)
        {
            // Shift counts are taken modulo 64, so that the mask that C# adds may go.
            count = Operations.Unary(Opcode.I64ExtendI32U, count is OperationExpression { Opcode: Opcode.I32And } mask && mask.Operands[1] is Literal { Bits: 63 } ? mask.Operands[0] : count);
        }

        Opcode opcode = code switch
        {
            Code.Shl => wide ? Opcode.I64Shl : Opcode.I32Shl,
            Code.Shr => wide ? Opcode.I64ShrS : Opcode.I32ShrS,
            _ => wide ? Opcode.I64ShrU : Opcode.I32ShrU,
        };
        Expression result = Operations.Binary(opcode, value, count);
        _code.Push(TypeOf(result), result);
    }

    private void TranslateBinary(Code code)
    {
        StackEntry right = _code.Pop();
        StackEntry left = _code.Pop();
        bool isLeftPointer = left.Type is ScalarType { Element: not null };
        bool isRightPointer = right.Type is ScalarType { Element: not null };
        if (code is Code.Add && isLeftPointer && right.Value is Literal { Bits: >= 0 } positive)
        {
            _code.Push(left.Type, Operations.Offset(left.Value, (int)positive.Bits));
            return;
        }

        (Expression a, Expression b) = Comparisons.Alike(left.Value, right.Value);
        Expression result;
        if (code is Code.Rem && (a.Type == ValType.F64 || a.Type == ValType.F32))
        {
            // The remainder of two floats is exact as a double, and then a float again.
            Function remainder = _program.LibraryFunction(typeof(Library.FloatingPoint), nameof(Library.FloatingPoint.Remainder), Here);
            result = new CallExpression(remainder, ValType.F64, [Conversions.ToDouble(a), Conversions.ToDouble(b)]);
            result = a.Type == ValType.F32 ? Conversions.ToSingle(result) : result;
        }
        else
        {
            result = Operations.Binary(Arithmetics.OpcodeOf(code, a.Type!.Value), a, b);
        }

        IlType type = TypeOf(result);
        if (code is Code.Add or Code.Sub && isLeftPointer != isRightPointer)
        {
            type = isLeftPointer ? left.Type : right.Type;
        }

        _code.Push(type, result);
    }

    private ScalarType TypeOf(Expression value)
    {
        ValType type = value.Type!.Value;
        return type == ValType.I64 ? _program.Types.Int64
            : type == ValType.F32 ? _program.Types.Single
            : type == ValType.F64 ? _program.Types.Double
            : _program.Types.Int32;
    }
}
