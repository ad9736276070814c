using Mono.Cecil;
using Mono.Cecil.Cil;
using Skiff.Compiler.Flow;
using Skiff.Wasm;
using Instruction = Mono.Cecil.Cil.Instruction;

namespace Skiff.Compiler.Il;

/// <summary>The library methods that are instructions here: those whose body no IL can express, or that wasm does better.</summary>
internal static class Intrinsics
{
    /// <summary>Replaces a call by what it means.</summary>
    /// <param name="method">The method.</param>
    /// <param name="code">The code so far, with the arguments on the stack.</param>
    /// <param name="program">The program.</param>
    /// <param name="call">The call instruction.</param>
    /// <param name="context">The generic context of the calling method.</param>
    /// <returns>Whether the method is one of them.</returns>
    public static bool TryExpand(MethodInstance method, CodeBuilder code, IProgram program, Instruction call, GenericContext context)
    {
        string? module = method.Definition.IsPInvokeImpl ? method.Definition.PInvokeInfo.Module.Name : null;
        if (module == "wasm")
        {
            ExpandInstruction(method, code);
            return true;
        }

        string type = method.Definition.DeclaringType.FullName;
        bool asksForHardware = method.Definition.Name == "get_IsHardwareAccelerated"
            || (method.Definition.Name == "get_IsSupported"
                && (type.StartsWith("System.Runtime.Intrinsics.X86.", StringComparison.Ordinal)
                    || type.StartsWith("System.Runtime.Intrinsics.Arm.", StringComparison.Ordinal)
                    || type.StartsWith("System.Runtime.Intrinsics.Wasm.", StringComparison.Ordinal)));
        if (asksForHardware)
        {
            code.Push(program.Types.Int32, Literal.I32(0));
            return true;
        }

        return type switch
        {
            "System.Runtime.CompilerServices.Unsafe" => ExpandUnsafe(method, code, program.Types),
            "System.Runtime.CompilerServices.RuntimeHelpers" => ExpandRuntimeHelpers(method, code, program, call, context),
            "System.Math" or "System.MathF" => ExpandMath(method, code, program.Types),
            "System.Numerics.BitOperations" => ExpandBitOperations(method, code, program.Types),
            "System.Type" => ExpandType(method, code, program.Types),
            _ => ExpandOther(method, code, program.Types),
        };
    }

    private static void ExpandInstruction(MethodInstance method, CodeBuilder code)
    {
        string name = method.Definition.PInvokeInfo.EntryPoint;
        if (name == "unreachable")
        {
            code.End(new TrapTerminator());
            return;
        }

        OpcodeInfo? info = OpcodeTable.All.FirstOrDefault(i => i.Mnemonic == name);
        bool isPlain = info is { Operand: OperandKind.None, Results.Length: 1, Operands: not null } && (info.Operands + info.Results).All(c => "iIfF".Contains(c, StringComparison.Ordinal));
        if (info is null || !(isPlain || info.Opcode is Opcode.MemorySize or Opcode.MemoryGrow))
        {
            throw new UnsupportedConstructException($"the wasm instruction \"{name}\", which is not one that takes and leaves numbers only");
        }

        Expression[] operands = [.. code.Pop(method.Parameters.Count).Select(e => e.Value)];
        Effects effects = info.Opcode switch
        {
            Opcode.MemorySize => Effects.ReadsMemory,
            Opcode.MemoryGrow => Effects.Writes | Effects.ReadsMemory,
            _ => Operations.OwnEffects(info.Opcode),
        };
        string expected = info.Opcode switch
        {
            Opcode.MemorySize => "",
            Opcode.MemoryGrow => "i",
            _ => info.Operands!,
        };
        ValType result = isPlain ? Operations.ResultOf(info.Opcode) : ValType.I32;
        if (!operands.Select(o => Letter(o.Type!.Value)).SequenceEqual(expected) || method.ReturnType is not ScalarType scalar || scalar.Carrier != result)
        {
            throw new UnsupportedConstructException($"the wasm instruction \"{name}\" with parameters that do not fit it");
        }

        code.Push(method.ReturnType, new OperationExpression(info.Opcode, result, effects, operands));
    }

    private static char Letter(ValType type) => type == ValType.I32 ? 'i' : type == ValType.I64 ? 'I' : type == ValType.F32 ? 'f' : 'F';

    private static bool ExpandUnsafe(MethodInstance method, CodeBuilder code, TypeSystem types)
    {
        IReadOnlyList<IlType> arguments = method.Context.MethodArguments;
        switch (method.Definition.Name)
        {
            case "As" when arguments.Count == 2:
            case "AsRef" or "AsPointer":
                {
                    Expression address = code.PopScalar();
                    code.Push(method.ReturnType, address);
                    return true;
                }

            case "Add" or "Subtract" or "AddByteOffset" or "SubtractByteOffset":
                {
                    Expression index = ToAddress(code.PopScalar());
                    Expression address = code.PopScalar();
                    bool isAddition = method.Definition.Name.StartsWith("Add", StringComparison.Ordinal);
                    int size = method.Definition.Name.EndsWith("Offset", StringComparison.Ordinal) ? 1 : arguments[0].Size;
                    Expression bytes = Operations.Binary(Opcode.I32Mul, index, Literal.I32(size));
                    Expression result = isAddition && bytes is Literal { Bits: >= 0 } offset
                        ? Operations.Offset(address, (int)offset.Bits)
                        : Operations.Binary(isAddition ? Opcode.I32Add : Opcode.I32Sub, address, bytes);
                    code.Push(method.ReturnType, result);
                    return true;
                }

            case "ByteOffset":
                {
                    Expression target = code.PopScalar();
                    code.Push(types.IntPtr, Flipped(code, Opcode.I32Sub, target));
                    return true;
                }

            case "AreSame":
                Compare(code, Opcode.I32Eq);
                return true;
            case "IsAddressGreaterThan":
                Compare(code, Opcode.I32GtU);
                return true;
            case "IsAddressGreaterThanOrEqualTo":
                Compare(code, Opcode.I32GeU);
                return true;
            case "IsAddressLessThan":
                Compare(code, Opcode.I32LtU);
                return true;
            case "IsAddressLessThanOrEqualTo":
                Compare(code, Opcode.I32LeU);
                return true;
            case "IsNullRef":
                code.Push(types.Boolean, Operations.Unary(Opcode.I32Eqz, code.PopScalar()));
                return true;
            case "NullRef":
                code.Push(method.ReturnType, Literal.I32(0));
                return true;
            case "SizeOf":
                code.Push(types.Int32, Literal.I32(arguments[0].Size));
                return true;
            case "SkipInit":
                code.Pop();
                return true;
            case "Read" or "ReadUnaligned":
                code.PushFrom(arguments[0], code.PopScalar());
                return true;
            case "Write" or "WriteUnaligned":
                {
                    StackEntry value = code.Pop();
                    code.Store(arguments[0], code.PopScalar(), value);
                    return true;
                }

            case "Copy":
                {
                    code.PushFrom(arguments[0], code.PopScalar());
                    StackEntry value = code.Pop();
                    code.Store(arguments[0], code.PopScalar(), value);
                    return true;
                }

            case "CopyBlock" or "CopyBlockUnaligned":
                {
                    Expression[] operands = [.. code.Pop(3).Select(e => e.Value)];
                    code.Emit(new CopyStatement(operands[0], operands[1], operands[2]));
                    return true;
                }

            case "InitBlock" or "InitBlockUnaligned":
                {
                    Expression[] operands = [.. code.Pop(3).Select(e => e.Value)];
                    code.Emit(new FillStatement(operands[0], operands[1], operands[2]));
                    return true;
                }

            case "BitCast":
                BitCast(arguments[0], arguments[1], code);
                return true;
            default:
                return false;
        }
    }

    private static void BitCast(IlType from, IlType to, CodeBuilder code)
    {
        if (from.Size != to.Size)
        {
            throw new UnsupportedConstructException($"a bit cast from {from} to {to}, which differ in size");
        }

        StackEntry value = code.Pop();
        if (from is ScalarType { Size: >= 4 } source && to is ScalarType target)
        {
            Expression bits = value.Value;
            if (source.Carrier != target.Carrier)
            {
                Opcode opcode = target.Kind switch
                {
                    ScalarKind.Float32 => Opcode.F32ReinterpretI32,
                    ScalarKind.Float64 => Opcode.F64ReinterpretI64,
                    ScalarKind.Int64 or ScalarKind.UInt64 => Opcode.I64ReinterpretF64,
                    _ => Opcode.I32ReinterpretF32,
                };
                bits = Operations.Unary(opcode, bits);
            }

            code.Push(to, bits);
            return;
        }

        var slot = new FrameAddressExpression(new FrameSlot(from.Size, Math.Max(from.Alignment, to.Alignment), zeroed: false), 0);
        code.Store(from, slot, value);
        code.PushFrom(to, slot);
    }

    private static bool ExpandRuntimeHelpers(MethodInstance method, CodeBuilder code, IProgram program, Instruction call, GenericContext context)
    {
        TypeSystem types = program.Types;
        switch (method.Definition.Name)
        {
            case "IsReferenceOrContainsReferences":
                code.Push(types.Int32, Literal.I32(ContainsObjects(method.Context.MethodArguments[0]) ? 1 : 0));
                return true;
            case "IsBitwiseEquatable":
                {
                    bool isInteger = method.Context.MethodArguments[0] is ScalarType { Kind: not (ScalarKind.Float32 or ScalarKind.Float64) };
                    code.Push(types.Int32, Literal.I32(isInteger ? 1 : 0));
                    return true;
                }

            case "IsKnownConstant":
                code.PopAny();
                code.Push(types.Int32, Literal.I32(0));
                return true;
            case "CreateSpan" when call.Previous is { OpCode.Code: Code.Ldtoken, Operand: FieldReference reference } && method.ReturnType is StructType span:
                {
                    code.PopAny();
                    (FieldDefinition field, _) = program.Metadata.Field(reference, context);
                    IlType element = method.Context.MethodArguments[0];
                    uint address = program.Data.Constant(field, field.InitialValue.Length);
                    var slot = new FrameAddressExpression(new FrameSlot(span.Size, span.Alignment, zeroed: false), 0);
                    foreach (StructField part in span.Layout.Fields)
                    {
                        int value = part.Type == types.Int32 ? field.InitialValue.Length / element.Size : (int)address;
                        code.Aside().Store(part.Type, Operations.Offset(slot, part.Offset), StackEntry.Scalar(part.Type, Literal.I32(value)));
                    }

                    code.Push(StackEntry.At(span, slot, isOwned: true));
                    return true;
                }

            default:
                return false;
        }
    }

    private static bool ContainsObjects(IlType type) => type switch
    {
        ObjectType => true,
        StructType structure => structure.Layout.Fields.Any(f => ContainsObjects(f.Type)),
        _ => false,
    };

    private static bool ExpandMath(MethodInstance method, CodeBuilder code, TypeSystem types)
    {
        if (method.Parameters.Count == 0 || method.ReturnType is not ScalarType { Kind: ScalarKind.Float32 or ScalarKind.Float64 } result)
        {
            return false;
        }

        bool isSingle = result.Kind == ScalarKind.Float32;
        Opcode? opcode = (method.Definition.Name, method.Parameters.Count) switch
        {
            ("Abs", 1) => isSingle ? Opcode.F32Abs : Opcode.F64Abs,
            ("Sqrt", 1) => isSingle ? Opcode.F32Sqrt : Opcode.F64Sqrt,
            ("Ceiling", 1) => isSingle ? Opcode.F32Ceil : Opcode.F64Ceil,
            ("Floor", 1) => isSingle ? Opcode.F32Floor : Opcode.F64Floor,
            ("Truncate", 1) => isSingle ? Opcode.F32Trunc : Opcode.F64Trunc,
            ("Round", 1) => isSingle ? Opcode.F32Nearest : Opcode.F64Nearest,
            ("Min", 2) => isSingle ? Opcode.F32Min : Opcode.F64Min,
            ("Max", 2) => isSingle ? Opcode.F32Max : Opcode.F64Max,
            ("CopySign", 2) => isSingle ? Opcode.F32Copysign : Opcode.F64Copysign,
            _ => null,
        };
        if (opcode is null || method.Parameters.Any(p => p != result))
        {
            return false;
        }

        Expression[] operands = [.. code.Pop(method.Parameters.Count).Select(e => isSingle ? Conversions.ToSingle(e.Value) : Conversions.ToDouble(e.Value))];
        code.Push(isSingle ? types.Single : types.Double, operands.Length == 1
            ? Operations.Unary(opcode.Value, operands[0])
            : Operations.Binary(opcode.Value, operands[0], operands[1]));
        return true;
    }

    private static bool ExpandBitOperations(MethodInstance method, CodeBuilder code, TypeSystem types)
    {
        if (method.Parameters is not [ScalarType { Size: >= 4 } first, ..])
        {
            return false;
        }

        bool isWide = first.Carrier == ValType.I64;
        switch (method.Definition.Name)
        {
            case "RotateLeft" or "RotateRight":
                {
                    bool isLeft = method.Definition.Name == "RotateLeft";
                    Expression count = code.PopScalar();
                    Opcode opcode = isWide ? (isLeft ? Opcode.I64Rotl : Opcode.I64Rotr) : (isLeft ? Opcode.I32Rotl : Opcode.I32Rotr);
                    Expression value = code.PopScalar();
                    code.Push(first, Operations.Binary(opcode, value, isWide ? Operations.Unary(Opcode.I64ExtendI32U, count) : count));
                    return true;
                }

            case "LeadingZeroCount":
                Count(code, types, isWide ? Opcode.I64Clz : Opcode.I32Clz);
                return true;
            case "TrailingZeroCount":
                Count(code, types, isWide ? Opcode.I64Ctz : Opcode.I32Ctz);
                return true;
            case "PopCount":
                Count(code, types, isWide ? Opcode.I64Popcnt : Opcode.I32Popcnt);
                return true;
            default:
                return false;
        }
    }

    private static void Count(CodeBuilder code, TypeSystem types, Opcode opcode)
    {
        Expression count = Operations.Unary(opcode, code.PopScalar());
        code.Push(types.Int32, count.Type == ValType.I64 ? Operations.Unary(Opcode.I32WrapI64, count) : count);
    }

    private static bool ExpandType(MethodInstance method, CodeBuilder code, TypeSystem types)
    {
        switch (method.Definition.Name)
        {
            case "GetTypeFromHandle":
                return code.Stack[^1].Token is not null;
            case "op_Equality" or "op_Inequality" when code.Stack[^1].Token is { } right && code.Stack[^2].Token is { } left:
                code.PopAny();
                code.PopAny();
                code.Push(types.Int32, Literal.I32(left == right == (method.Definition.Name == "op_Equality") ? 1 : 0));
                return true;
            case "get_IsValueType" when code.Stack[^1].Token is not null:
                code.Push(types.Int32, Literal.I32(code.PopAny().Token is ObjectType ? 0 : 1));
                return true;
            default:
                return false;
        }
    }

    private static bool ExpandOther(MethodInstance method, CodeBuilder code, TypeSystem types)
    {
        switch (method.DefinitionName)
        {
            case "System.IntPtr::get_Size" or "System.UIntPtr::get_Size":
                code.Push(types.Int32, Literal.I32(4));
                return true;
            case "System.Buffer::Memmove" or "System.SpanHelpers::Memmove" when method.Parameters.Count == 3:
                {
                    int size = method.Context.MethodArguments is [var element] ? element.Size : 1;
                    Expression[] operands = [.. code.Pop(3).Select(e => e.Value)];
                    code.Emit(new CopyStatement(operands[0], operands[1], Operations.Binary(Opcode.I32Mul, ToAddress(operands[2]), Literal.I32(size))));
                    return true;
                }

            case "System.SpanHelpers::ClearWithoutReferences":
                {
                    Expression size = code.PopScalar();
                    code.Emit(new FillStatement(code.PopScalar(), Literal.I32(0), size));
                    return true;
                }

            case "System.SpanHelpers::Fill" when method.Context.MethodArguments is [ScalarType { Size: 1 }]:
                {
                    // The instruction takes value and length the other way round.
                    Expression[] operands = [.. code.Pop(3).Select(e => code.Cheap(e.Value))];
                    code.Emit(new FillStatement(operands[0], operands[2], operands[1]));
                    return true;
                }

            default:
                return false;
        }
    }

    private static Expression ToAddress(Expression value) =>
        value.Type == ValType.I64 ? Operations.Unary(Opcode.I32WrapI64, value) : value;

    private static void Compare(CodeBuilder code, Opcode opcode)
    {
        Expression right = code.PopScalar();
        code.Push(code.Types.Boolean, Operations.Binary(opcode, code.PopScalar(), right));
    }

    /// <summary>An operation whose first operand is on top of the second: evaluated in the order of the stack all the same.</summary>
    private static Expression Flipped(CodeBuilder code, Opcode opcode, Expression top)
    {
        Expression below = code.PopScalar();
        if (below.Effects != Effects.None && top.Effects != Effects.None && !CodeBuilder.IsCheap(below))
        {
            below = new LocalExpression(code.Assign(below));
        }

        return Operations.Binary(opcode, top, below);
    }
}
