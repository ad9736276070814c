using Mono.Cecil;
using Mono.Cecil.Cil;
using Skiff.Compiler.Flow;
using Instruction = Mono.Cecil.Cil.Instruction;

namespace Skiff.Compiler.Il;

/// <content>What each instruction means.</content>
internal sealed partial class MethodTranslator
{
    private void Translate(Instruction instruction)
    {
        Code code = instruction.OpCode.Code;
        if (Conversions.IsConversion(code))
        {
            (ScalarType type, Expression value) = Conversions.Convert(code, _code.PopScalar(), _program.Types);
            _code.Push(type, value);
            return;
        }

        switch (code)
        {
            case Code.Nop or Code.Break or Code.Volatile or Code.Unaligned or Code.Readonly or Code.Tail:
                break;
            case Code.Constrained:
                _constrained = Type(instruction.Operand);
                break;
            case Code.Ldc_I4:
                _code.Push(_program.Types.Int32, Literal.I32((int)instruction.Operand));
                break;
            case Code.Ldc_I8:
                _code.Push(_program.Types.Int64, Literal.I64((long)instruction.Operand));
                break;
            case Code.Ldc_R4:
                _code.Push(_program.Types.Single, Literal.F32((float)instruction.Operand));
                break;
            case Code.Ldc_R8:
                _code.Push(_program.Types.Double, Literal.F64((double)instruction.Operand));
                break;
            case Code.Sizeof:
                _code.Push(_program.Types.Int32, Literal.I32(Type(instruction.Operand).Size));
                break;
            case Code.Ldarg:
                Load(_arguments[ArgumentIndex(_method.Definition, instruction)]);
                break;
            case Code.Ldarga:
                LoadAddress(_arguments[ArgumentIndex(_method.Definition, instruction)]);
                break;
            case Code.Starg:
                Store(_arguments[ArgumentIndex(_method.Definition, instruction)]);
                break;
            case Code.Ldloc:
                Load(_locals[((VariableDefinition)instruction.Operand).Index]);
                break;
            case Code.Ldloca:
                LoadAddress(_locals[((VariableDefinition)instruction.Operand).Index]);
                break;
            case Code.Stloc:
                Store(_locals[((VariableDefinition)instruction.Operand).Index]);
                break;
            case Code.Dup:
                Duplicate();
                break;
            case Code.Pop:
                Discard(_code.PopAny());
                break;
            case Code.Ldnull:
                _code.Push(StackEntry.Unusable(_program.Types.IntPtr, "a null object"));
                break;
            case Code.Ldstr:
                _code.Push(StackEntry.Unusable(_program.Types.IntPtr, $"the string \"{instruction.Operand}\""));
                break;
            case Code.Ldtoken:
                _code.Push(instruction.Operand is TypeReference
                    ? StackEntry.TypeOf(_program.Types.IntPtr, Type(instruction.Operand))
                    : StackEntry.Unusable(_program.Types.IntPtr, "a runtime handle"));
                break;
            case Code.Add or Code.Sub or Code.Mul or Code.Div or Code.Div_Un or Code.Rem or Code.Rem_Un or Code.And or Code.Or or Code.Xor:
                TranslateBinary(code);
                break;
            case Code.Shl or Code.Shr or Code.Shr_Un:
                TranslateShift(code);
                break;
            case Code.Neg or Code.Not:
                TranslateUnary(code);
                break;
            case Code.Ceq or Code.Cgt or Code.Cgt_Un or Code.Clt or Code.Clt_Un:
                {
                    Expression right = _code.PopScalar();
                    _code.Push(_program.Types.Int32, Comparisons.Compare(code, _code.PopScalar(), right));
                    break;
                }

            case Code.Br:
                GoTo(Leader((Instruction)instruction.Operand));
                break;
            case Code.Brtrue:
                Branch(Comparisons.IsTrue(_code.PopScalar()), instruction);
                break;
            case Code.Brfalse:
                Branch(Operations.Not(Comparisons.IsTrue(_code.PopScalar())), instruction);
                break;
            case Code.Beq or Code.Bne_Un or Code.Bge or Code.Bge_Un or Code.Bgt or Code.Bgt_Un or Code.Ble or Code.Ble_Un or Code.Blt or Code.Blt_Un:
                {
                    Expression right = _code.PopScalar();
                    Branch(Comparisons.Branch(code, _code.PopScalar(), right), instruction);
                    break;
                }

            case Code.Switch:
                Switch((Instruction[])instruction.Operand, instruction.Next);
                break;
            case Code.Ret:
                Return();
                break;
            case Code.Call or Code.Callvirt:
                TranslateCall((MethodReference)instruction.Operand, isVirtual: code == Code.Callvirt);
                break;
            case Code.Calli:
                TranslateIndirectCall((CallSite)instruction.Operand);
                break;
            case Code.Newobj:
                TranslateNew((MethodReference)instruction.Operand);
                break;
            case Code.Ldftn:
                {
                    MethodInstance target = _program.Metadata.Method((MethodReference)instruction.Operand, _method.Context);
                    _code.Push(_program.Types.IntPtr, Literal.I32((int)_program.SlotOf(target, Here)));
                    break;
                }

            case Code.Ldfld:
                TranslateLoadField((FieldReference)instruction.Operand);
                break;
            case Code.Ldflda:
                {
                    (int offset, IlType type) = Field((FieldReference)instruction.Operand);
                    StackEntry target = _code.Pop();
                    _code.Push(_program.Types.ReferenceTo(type), Operations.Offset(target.Value, offset));
                    break;
                }

            case Code.Stfld:
                {
                    (int offset, IlType type) = Field((FieldReference)instruction.Operand);
                    StackEntry value = _code.Pop();
                    _code.Store(type, Operations.Offset(_code.PopScalar(), offset), value);
                    break;
                }

            case Code.Ldsfld:
                TranslateLoadStatic((FieldReference)instruction.Operand);
                break;
            case Code.Ldsflda:
                {
                    (Expression address, IlType type) = Static((FieldReference)instruction.Operand);
                    _code.Push(_program.Types.ReferenceTo(type), address);
                    break;
                }

            case Code.Stsfld:
                {
                    (Expression address, IlType type) = Static((FieldReference)instruction.Operand);
                    _code.Store(type, address, _code.Pop());
                    break;
                }

            case Code.Ldobj:
                _code.PushFrom(Type(instruction.Operand), _code.PopScalar());
                break;
            case Code.Stobj:
                {
                    IlType type = Type(instruction.Operand);
                    StackEntry value = _code.Pop();
                    _code.Store(type, _code.PopScalar(), value);
                    break;
                }

            case Code.Cpobj:
                {
                    IlType type = Type(instruction.Operand);
                    _code.PushFrom(type, _code.PopScalar());
                    StackEntry value = _code.Pop();
                    _code.Store(type, _code.PopScalar(), value);
                    break;
                }

            case Code.Initobj:
                _code.Clear(Type(instruction.Operand), _code.PopScalar());
                break;
            case Code.Cpblk:
                {
                    Expression size = _code.PopScalar();
                    Expression source = _code.PopScalar();
                    _code.Emit(new CopyStatement(_code.PopScalar(), source, size));
                    break;
                }

            case Code.Initblk:
                {
                    Expression size = _code.PopScalar();
                    Expression value = _code.PopScalar();
                    _code.Emit(new FillStatement(_code.PopScalar(), value, size));
                    break;
                }

            case Code.Localloc:
                Allocate(_code.PopScalar());
                break;
            case Code.Box when instruction.Next is { OpCode.Code: Code.Unbox_Any } unbox && Type(unbox.Operand) == Type(instruction.Operand):
            case Code.Unbox_Any when instruction.Previous is { OpCode.Code: Code.Box } box && Type(box.Operand) == Type(instruction.Operand):
                // How generic code says that its type parameter is a certain type.
                break;
            case Code.Box when instruction.Next is { OpCode.Code: Code.Brtrue or Code.Brfalse } && Type(instruction.Operand) is not ObjectType:
                Discard(_code.PopAny());
                _code.Push(_program.Types.Int32, Literal.I32(1));
                break;
            case Code.Throw when _isLibrary:
                _code.End(new TrapTerminator());
                break;
            default:
                if (IndirectType(code) is { } indirect)
                {
                    TranslateIndirect(code, indirect);
                }
                else if (!TranslateChecked(code))
                {
                    throw new UnsupportedConstructException(ConstructNames.Of(instruction));
                }

                break;
        }
    }

    private CodePlace Here => _site with { Instruction = _instruction };

    private IlType Type(object reference) => _program.Types.Close((TypeReference)reference, _method.Context);

    private void Load(Variable variable)
    {
        if (variable.Type is ObjectType)
        {
            throw CodeBuilder.Unusable(variable.Type);
        }

        if (variable.Address is { } address)
        {
            _code.PushFrom(variable.Type, address);
        }
        else
        {
            _code.Push(variable.Type, variable.Value ?? new LocalExpression(variable.Local!));
        }
    }

    private void LoadAddress(Variable variable)
    {
        if (variable.Type is ObjectType)
        {
            throw CodeBuilder.Unusable(variable.Type);
        }

        _code.Push(_program.Types.ReferenceTo(variable.Type), variable.Address!);
    }

    private void Store(Variable variable)
    {
        StackEntry value = _code.Pop();
        if (variable.Type is ObjectType)
        {
            throw CodeBuilder.Unusable(variable.Type);
        }

        if (variable.Address is { } address)
        {
            _code.Store(variable.Type, address, Fitted(variable.Type, value));
        }
        else
        {
            _code.Emit(new AssignStatement(variable.Local!, Fitted(variable.Type, value).Value));
        }
    }

    /// <summary>A value as a variable, parameter or result of a type takes it: small integers cut, floats widened.</summary>
    private static StackEntry Fitted(IlType type, StackEntry value)
    {
        if (type is not ScalarType scalar)
        {
            return value;
        }

        if (value.Struct is { } structure)
        {
            throw new UnsupportedConstructException($"a value of the struct {structure} as {type}");
        }

        Expression fitted = scalar.Kind switch
        {
            ScalarKind.Float32 => Conversions.ToSingle(value.Value),
            ScalarKind.Float64 => Conversions.ToDouble(value.Value),
            _ => Conversions.Narrow(scalar.Kind, value.Value),
        };
        return fitted.Type == scalar.Carrier
            ? StackEntry.Scalar(type, fitted)
            : throw new UnsupportedConstructException($"a {fitted.Type} value as {type}");
    }

    private void Duplicate()
    {
        StackEntry top = _code.PopAny();
        if (top.Construct is not null || top.Struct is not null || CodeBuilder.IsCheap(top.Value))
        {
            _code.Push(top);
            _code.Push(top);
            return;
        }

        var local = new LocalExpression(_code.Assign(top.Value));
        _code.Push(top.Type, local);
        _code.Push(top.Type, local);
    }

    private void Discard(StackEntry value)
    {
        if ((value.Effects & (Effects.Writes | Effects.Traps)) != 0)
        {
            _code.Emit(new EvaluateStatement(value.Value));
        }
    }

    private void Branch(Expression condition, Instruction instruction)
    {
        IlBlock taken = Leader((Instruction)instruction.Operand);
        IlBlock next = Leader(instruction.Next);
        if (condition is Literal literal)
        {
            GoTo(literal.Bits != 0 ? taken : next);
            return;
        }

        if (taken == next)
        {
            _code.Emit(new EvaluateStatement(condition));
            GoTo(next);
            return;
        }

        condition = BeforeTransfer(condition);
        List<FlowBlock> targets = Transfer([taken, next]);
        _code.End(new BranchTerminator(condition, targets[0], targets[1]));
    }

    private void Switch(Instruction[] cases, Instruction next)
    {
        Expression index = _code.PopScalar();
        IlBlock[] targets = [.. cases.Append(next).Select(Leader)];
        if (index is Literal literal)
        {
            GoTo(targets[Math.Min((uint)literal.Bits, (uint)cases.Length)]);
            return;
        }

        index = BeforeTransfer(index);
        _code.End(new SwitchTerminator(index, Transfer(targets)));
    }

    /// <summary>Sees to it that what a branch decides on is evaluated before, and not changed by, the handing over of the stack.</summary>
    private Expression BeforeTransfer(Expression condition)
    {
        if (_code.Stack.Count == _stackBase)
        {
            return condition;
        }

        return condition.Effects == Effects.None ? condition : new LocalExpression(_code.Assign(condition));
    }

    private void Return()
    {
        if (_inlinedInto is not null)
        {
            ReturnInlined();
            return;
        }

        if (_method.ReturnType is VoidType)
        {
            _code.End(new ReturnTerminator(null));
            return;
        }

        StackEntry value = Fitted(_method.ReturnType, _code.Pop());
        if (_signature!.ReturnsThroughAddress)
        {
            _code.Store(_method.ReturnType, _resultAddress!, value);
            _code.End(new ReturnTerminator(null));
        }
        else if (_signature.ResultLeaf is { } leaf)
        {
            _code.End(new ReturnTerminator(CodeBuilder.Load(leaf.Type, value.Value, leaf.Offset)));
        }
        else
        {
            _code.End(new ReturnTerminator(value.Value));
        }
    }

    private void TranslateIndirect(Code code, ScalarType type)
    {
        if (code is >= Code.Ldind_I1 and <= Code.Ldind_R8)
        {
            _code.PushFrom(type, _code.PopScalar());
            return;
        }

        StackEntry value = Fitted(type, _code.Pop());
        _code.Store(type, _code.PopScalar(), value);
    }

    private ScalarType? IndirectType(Code code) => code switch
    {
        Code.Ldind_I1 or Code.Stind_I1 => _program.Types.SByte,
        Code.Ldind_U1 => _program.Types.Byte,
        Code.Ldind_I2 or Code.Stind_I2 => _program.Types.Int16,
        Code.Ldind_U2 => _program.Types.UInt16,
        Code.Ldind_I4 or Code.Stind_I4 => _program.Types.Int32,
        Code.Ldind_U4 => _program.Types.UInt32,
        Code.Ldind_I8 or Code.Stind_I8 => _program.Types.Int64,
        Code.Ldind_I or Code.Stind_I => _program.Types.IntPtr,
        Code.Ldind_R4 or Code.Stind_R4 => _program.Types.Single,
        Code.Ldind_R8 or Code.Stind_R8 => _program.Types.Double,
        _ => null,
    };

    private void Allocate(Expression size)
    {
        bool zeroed = _method.Definition.Body.InitLocals;
        Expression address;
        if (size is Literal { Bits: >= 0 and <= 65536 } constant && !MayRepeat(_instruction))
        {
            address = new FrameAddressExpression(new FrameSlot(Math.Max((int)constant.Bits, 1), 16, zeroed: false), 0);
        }
        else
        {
            size = _code.Cheap(size);
            address = new LocalExpression(_code.Assign(new StackAllocationExpression(size)));
        }

        if (zeroed)
        {
            _code.Emit(new FillStatement(address, Literal.I32(0), size));
        }

        _code.Push(_program.Types.PointerTo(_program.Types.Byte), address);
    }

    /// <summary>Whether a backward branch leads from or past an instruction to it or to before it.</summary>
    private bool MayRepeat(Instruction instruction)
    {
        for (Instruction? later = instruction.Next; later is not null; later = later.Next)
        {
            if (TargetsOf(later).Any(target => target.Offset <= instruction.Offset))
            {
                return true;
            }
        }

        return _inlinedInto is not null;
    }
}
