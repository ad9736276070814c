using Mono.Cecil.Cil;
using Skiff.Compiler.Flow;
using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>The unchecked conversions of ECMA-335 §III.3.27, saturating from floating point as .NET 9 and later do on every processor.</summary>
internal static class Conversions
{
    /// <summary>Whether an instruction is an unchecked conversion.</summary>
    public static bool IsConversion(Code code) => code is Code.Conv_I1 or Code.Conv_U1 or Code.Conv_I2 or Code.Conv_U2 or Code.Conv_I4 or Code.Conv_U4
        or Code.Conv_I or Code.Conv_U or Code.Conv_I8 or Code.Conv_U8 or Code.Conv_R4 or Code.Conv_R8 or Code.Conv_R_Un;

    /// <summary>The value converted as <paramref name="code"/> says, and the type it has then.</summary>
    public static (ScalarType Type, Expression Value) Convert(Code code, Expression value, TypeSystem types) => code switch
    {
        Code.Conv_I1 => (types.Int32, Narrow(ScalarKind.Int8, ToInt32(value))),
        Code.Conv_U1 => (types.Int32, Narrow(ScalarKind.UInt8, ToInt32(value))),
        Code.Conv_I2 => (types.Int32, Narrow(ScalarKind.Int16, ToInt32(value))),
        Code.Conv_U2 => (types.Int32, Narrow(ScalarKind.UInt16, ToInt32(value))),
        Code.Conv_I4 => (types.Int32, ToInt32(value)),
        Code.Conv_U4 => (types.Int32, ToUInt32(value)),
        Code.Conv_I => (types.IntPtr, ToInt32(value)),
        Code.Conv_U => (types.UIntPtr, ToUInt32(value)),
        Code.Conv_I8 => (types.Int64, ToInt64(value, Opcode.I64ExtendI32S, Opcode.I64TruncSatF32S, Opcode.I64TruncSatF64S)),
        Code.Conv_U8 => (types.Int64, ToInt64(value, Opcode.I64ExtendI32U, Opcode.I64TruncSatF32U, Opcode.I64TruncSatF64U)),
        Code.Conv_R4 => (types.Single, ToSingle(value)),
        Code.Conv_R8 => (types.Double, ToDouble(value, Opcode.F64ConvertI32S, Opcode.F64ConvertI64S)),
        _ => (types.Double, ToDouble(value, Opcode.F64ConvertI32U, Opcode.F64ConvertI64U)),
    };

    /// <summary>An <c>i32</c> cut to the bits of <paramref name="kind"/> and extended again, unless it is so already.</summary>
    public static Expression Narrow(ScalarKind kind, Expression value)
    {
        if (IsWithin(kind, value))
        {
            return value;
        }

        return kind switch
        {
            ScalarKind.Int8 => Operations.Unary(Opcode.I32Extend8S, value),
            ScalarKind.Int16 => Operations.Unary(Opcode.I32Extend16S, value),
            ScalarKind.UInt8 => Operations.Binary(Opcode.I32And, value, Literal.I32(0xFF)),
            ScalarKind.UInt16 => Operations.Binary(Opcode.I32And, value, Literal.I32(0xFFFF)),
            _ => value,
        };
    }

    /// <summary>A float or double as the other, for the operand of an instruction that needs both alike.</summary>
    public static Expression ToSingle(Expression value)
    {
        ValType type = value.Type!.Value;
        return type == ValType.F32 ? value
            : type == ValType.F64 ? Operations.Unary(Opcode.F32DemoteF64, value)
            : type == ValType.I64 ? Operations.Unary(Opcode.F32ConvertI64S, value)
            : Operations.Unary(Opcode.F32ConvertI32S, value);
    }

    /// <summary>A number as a double; integers by the instruction for their width.</summary>
    public static Expression ToDouble(Expression value, Opcode fromI32 = Opcode.F64ConvertI32S, Opcode fromI64 = Opcode.F64ConvertI64S)
    {
        ValType type = value.Type!.Value;
        return type == ValType.F64 ? value
            : type == ValType.F32 ? Operations.Unary(Opcode.F64PromoteF32, value)
            : type == ValType.I64 ? Operations.Unary(fromI64, value)
            : Operations.Unary(fromI32, value);
    }

    private static Expression ToInt32(Expression value)
    {
        ValType type = value.Type!.Value;
        return type == ValType.I32 ? value
            : type == ValType.I64 ? Operations.Unary(Opcode.I32WrapI64, value)
            : Operations.Unary(type == ValType.F32 ? Opcode.I32TruncSatF32S : Opcode.I32TruncSatF64S, value);
    }

    private static Expression ToUInt32(Expression value)
    {
        ValType type = value.Type!.Value;
        return type == ValType.F32 ? Operations.Unary(Opcode.I32TruncSatF32U, value)
            : type == ValType.F64 ? Operations.Unary(Opcode.I32TruncSatF64U, value)
            : ToInt32(value);
    }

    private static Expression ToInt64(Expression value, Opcode extend, Opcode fromF32, Opcode fromF64)
    {
        ValType type = value.Type!.Value;
        return type == ValType.I64 ? value : Operations.Unary(type == ValType.I32 ? extend : type == ValType.F32 ? fromF32 : fromF64, value);
    }

    private static bool IsWithin(ScalarKind kind, Expression value)
    {
        switch (value)
        {
            case Literal literal:
                return kind switch
                {
                    ScalarKind.Int8 => literal.Bits is >= sbyte.MinValue and <= sbyte.MaxValue,
                    ScalarKind.UInt8 => literal.Bits is >= 0 and <= byte.MaxValue,
                    ScalarKind.Int16 => literal.Bits is >= short.MinValue and <= short.MaxValue,
                    ScalarKind.UInt16 => literal.Bits is >= 0 and <= ushort.MaxValue,
                    _ => true,
                };
            case LoadExpression load:
                return kind switch
                {
                    ScalarKind.Int8 => load.Opcode is Opcode.I32Load8S,
                    ScalarKind.UInt8 => load.Opcode is Opcode.I32Load8U,
                    ScalarKind.Int16 => load.Opcode is Opcode.I32Load16S or Opcode.I32Load8S or Opcode.I32Load8U,
                    ScalarKind.UInt16 => load.Opcode is Opcode.I32Load16U or Opcode.I32Load8U,
                    _ => true,
                };
            case OperationExpression { Opcode: Opcode.I32And } mask when mask.Operands[1] is Literal { Bits: >= 0 } bits:
                return IsWithin(kind, bits);
            case OperationExpression { Opcode: Opcode.I32Extend8S }:
                return kind is ScalarKind.Int8 or ScalarKind.Int16 or > ScalarKind.UInt16;
            case OperationExpression { Opcode: Opcode.I32Extend16S }:
                return kind is ScalarKind.Int16 or > ScalarKind.UInt16;
            default:
                return kind > ScalarKind.UInt16 || Operations.IsBoolean(value);
        }
    }
}
