using System.Collections.Immutable;

namespace Skiff.Wasm;

/// <summary>
/// An expression evaluated when the module is instantiated, without its closing <c>end</c>
/// (specification: validation, constant expressions).
/// </summary>
public sealed class ConstantExpression
{
    /// <summary>Makes an expression of instructions.</summary>
    public ConstantExpression(params ReadOnlySpan<Instruction> instructions) => Instructions = [.. instructions];

    /// <summary>The instructions, without the closing <c>end</c>.</summary>
    public ImmutableArray<Instruction> Instructions { get; }

    /// <summary>The function, if the expression is one <c>ref.func</c>.</summary>
    public Function? FunctionValue =>
        Instructions is [{ Opcode: Opcode.RefFunc } single] ? single.Function : null;

    /// <summary>The global, if the expression is one <c>global.get</c>.</summary>
    public Global? GlobalValue =>
        Instructions is [{ Opcode: Opcode.GlobalGet } single] ? single.Global : null;

    /// <summary>The integer, if the expression is one <c>i32.const</c> (read as unsigned) or <c>i64.const</c>.</summary>
    public long? IntegerValue => Instructions.Length != 1
        ? null
        : Instructions[0].Opcode switch
        {
            Opcode.I32Const => (uint)Instructions[0].Int32,
            Opcode.I64Const => Instructions[0].Int64,
            _ => null,
        };

    /// <summary>A 32-bit integer.</summary>
    public static ConstantExpression I32(int value) => new(Instruction.I32Const(value));

    /// <summary>A 64-bit integer.</summary>
    public static ConstantExpression I64(long value) => new(Instruction.I64Const(value));

    /// <summary>The value of a global.</summary>
    public static ConstantExpression Global(Global global) => new(Instruction.GlobalGet(global));

    /// <summary>A reference to a function.</summary>
    public static ConstantExpression Function(Function function) => new(Instruction.RefFunc(function));

    /// <summary>The null reference of a heap type.</summary>
    public static ConstantExpression Null(HeapType heapType) => new(Instruction.RefNull(heapType));
}
