using Mono.Cecil.Cil;
using Skiff.Compiler.Flow;
using Skiff.Compiler.Library;
using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <content>Arithmetic and conversions that trap when the result does not fit (ECMA-335 §III.3.1, §III.3.28).</content>
internal sealed partial class MethodTranslator
{
    private bool TranslateChecked(Code code)
    {
        if (code is >= Code.Add_Ovf and <= Code.Sub_Ovf_Un)
        {
            Expression right = _code.PopScalar();
            TranslateCheckedArithmetic(code, _code.PopScalar(), right);
            return true;
        }

        if (TargetOf(code) is not { } target)
        {
            return false;
        }

        bool isUnsigned = code is >= Code.Conv_Ovf_I1_Un and <= Code.Conv_Ovf_U_Un;
        Expression value = CheckedConversion(target, isUnsigned, _code.PopScalar());
        _code.Push(TypeOf(value), value);
        return true;
    }

    private void TranslateCheckedArithmetic(Code code, Expression left, Expression right)
    {
        bool isUnsigned = code is Code.Add_Ovf_Un or Code.Sub_Ovf_Un or Code.Mul_Ovf_Un;
        bool isWide = left.Type == ValType.I64;
        if (!isWide)
        {
            // Twice the width holds every result.
            Opcode extend = isUnsigned ? Opcode.I64ExtendI32U : Opcode.I64ExtendI32S;
            Opcode opcode = code switch
            {
                Code.Add_Ovf or Code.Add_Ovf_Un => Opcode.I64Add,
                Code.Sub_Ovf or Code.Sub_Ovf_Un => Opcode.I64Sub,
                _ => Opcode.I64Mul,
            };
            Expression exact = Operations.Binary(opcode, Operations.Unary(extend, left), Operations.Unary(extend, right));
            Expression within = isUnsigned ? Within(exact, 0, uint.MaxValue) : Within(exact, int.MinValue, int.MaxValue);
            Expression narrow = Operations.Unary(Opcode.I32WrapI64, within);
            _code.Push(TypeOf(narrow), narrow);
            return;
        }

        string name = code switch
        {
            Code.Add_Ovf => nameof(Checked.Add),
            Code.Add_Ovf_Un => nameof(Checked.AddUnsigned),
            Code.Sub_Ovf => nameof(Checked.Subtract),
            Code.Sub_Ovf_Un => nameof(Checked.SubtractUnsigned),
            Code.Mul_Ovf => nameof(Checked.Multiply),
            _ => nameof(Checked.MultiplyUnsigned),
        };
        _code.Push(_program.Types.Int64, new CallExpression(_program.LibraryFunction(typeof(Checked), name, Here), ValType.I64, [left, right]));
    }

    private Expression CheckedConversion(ScalarKind target, bool isUnsigned, Expression value)
    {
        (long lowest, long highest) = target switch
        {
            ScalarKind.Int8 => (sbyte.MinValue, sbyte.MaxValue),
            ScalarKind.UInt8 => (0, byte.MaxValue),
            ScalarKind.Int16 => (short.MinValue, short.MaxValue),
            ScalarKind.UInt16 => (0, ushort.MaxValue),
            ScalarKind.Int32 => (int.MinValue, int.MaxValue),
            ScalarKind.UInt32 => (0L, uint.MaxValue),
            ScalarKind.Int64 => (long.MinValue, long.MaxValue),
            _ => (0, long.MaxValue),
        };
        bool isTargetWide = target is ScalarKind.Int64 or ScalarKind.UInt64;
        ValType type = value.Type!.Value;
        if (type == ValType.F32 || type == ValType.F64)
        {
            // These instructions trap by themselves on what 64 bits cannot hold, and on NaN.
            bool isSingle = type == ValType.F32;
            if (target is ScalarKind.UInt64)
            {
                return Operations.Unary(isSingle ? Opcode.I64TruncF32U : Opcode.I64TruncF64U, value);
            }

            value = Operations.Unary(isSingle ? Opcode.I64TruncF32S : Opcode.I64TruncF64S, value);
            isUnsigned = false;
        }
        else if (type == ValType.I32)
        {
            value = Operations.Unary(isUnsigned ? Opcode.I64ExtendI32U : Opcode.I64ExtendI32S, value);
            isUnsigned = false;
        }

        // Of an unsigned 64-bit value the upper half reads as negative.
        bool isExact = target is ScalarKind.Int64 ? !isUnsigned : target is ScalarKind.UInt64 && isUnsigned;
        if (!isExact)
        {
            value = Within(value, isUnsigned ? 0 : lowest, highest);
        }

        return isTargetWide ? value : Operations.Unary(Opcode.I32WrapI64, value);
    }

    private Expression Within(Expression value, long lowest, long highest)
    {
        if (value is Literal literal && literal.Bits >= lowest && literal.Bits <= highest)
        {
            return value;
        }

        Function within = _program.LibraryFunction(typeof(Checked), nameof(Checked.Within), Here);
        return new CallExpression(within, ValType.I64, [value, Literal.I64(lowest), Literal.I64(highest)]);
    }

    private static ScalarKind? TargetOf(Code code) => code switch
    {
        Code.Conv_Ovf_I1 or Code.Conv_Ovf_I1_Un => ScalarKind.Int8,
        Code.Conv_Ovf_U1 or Code.Conv_Ovf_U1_Un => ScalarKind.UInt8,
        Code.Conv_Ovf_I2 or Code.Conv_Ovf_I2_Un => ScalarKind.Int16,
        Code.Conv_Ovf_U2 or Code.Conv_Ovf_U2_Un => ScalarKind.UInt16,
        Code.Conv_Ovf_I4 or Code.Conv_Ovf_I4_Un or Code.Conv_Ovf_I or Code.Conv_Ovf_I_Un => ScalarKind.Int32,
        Code.Conv_Ovf_U4 or Code.Conv_Ovf_U4_Un or Code.Conv_Ovf_U or Code.Conv_Ovf_U_Un => ScalarKind.UInt32,
        Code.Conv_Ovf_I8 or Code.Conv_Ovf_I8_Un => ScalarKind.Int64,
        Code.Conv_Ovf_U8 or Code.Conv_Ovf_U8_Un => ScalarKind.UInt64,
        _ => null,
    };
}
