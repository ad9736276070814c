using Mono.Cecil.Cil;
using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>The wasm instructions for the binary arithmetic of ECMA-335 §III.3.</summary>
internal static class Arithmetics
{
    /// <summary>The instruction for <paramref name="code"/> on operands of <paramref name="type"/>.</summary>
    public static Opcode OpcodeOf(Code code, ValType type)
    {
        bool i32 = type == ValType.I32;
        bool i64 = type == ValType.I64;
        bool f32 = type == ValType.F32;
        return code switch
        {
            Code.Add => i32 ? Opcode.I32Add : i64 ? Opcode.I64Add : f32 ? Opcode.F32Add : Opcode.F64Add,
            Code.Sub => i32 ? Opcode.I32Sub : i64 ? Opcode.I64Sub : f32 ? Opcode.F32Sub : Opcode.F64Sub,
            Code.Mul => i32 ? Opcode.I32Mul : i64 ? Opcode.I64Mul : f32 ? Opcode.F32Mul : Opcode.F64Mul,
            Code.Div => i32 ? Opcode.I32DivS : i64 ? Opcode.I64DivS : f32 ? Opcode.F32Div : Opcode.F64Div,
            Code.Div_Un => i32 ? Opcode.I32DivU : Opcode.I64DivU,
            Code.Rem => i32 ? Opcode.I32RemS : Opcode.I64RemS,
            Code.Rem_Un => i32 ? Opcode.I32RemU : Opcode.I64RemU,
            Code.And => i32 ? Opcode.I32And : Opcode.I64And,
            Code.Or => i32 ? Opcode.I32Or : Opcode.I64Or,
            Code.Xor => i32 ? Opcode.I32Xor : Opcode.I64Xor,
            _ => throw new ArgumentOutOfRangeException(nameof(code)),
        };
    }
}
