using System.Collections.Immutable;

namespace Skiff.Wasm.Validation;

/// <summary>Control, variable, parametric and table instructions (specification: validation, instructions).</summary>
internal sealed partial class CodeValidator
{
    private readonly HashSet<uint> _labelsSeen = [];

    private void ValidateSpecial(in Instruction instruction)
    {
        switch (instruction.Opcode)
        {
            case Opcode.Unreachable:
                MarkUnreachable();
                break;
            case Opcode.Block or Opcode.Loop:
                Open(instruction, instruction.BlockType);
                break;
            case Opcode.If:
                Pop(ValType.I32);
                Open(instruction, instruction.BlockType);
                break;
            case Opcode.TryTable:
                ValidateTryTable(instruction);
                break;
            case Opcode.Else:
                ValidateElse();
                break;
            case Opcode.End:
                ValidateEnd();
                break;
            case Opcode.Throw:
                Pop(instruction.Tag.Type.Parameters);
                MarkUnreachable();
                break;
            case Opcode.ThrowRef:
                Pop(ValType.ExceptionRef);
                MarkUnreachable();
                break;
            case Opcode.Br:
                Pop(Label(instruction.Label));
                MarkUnreachable();
                break;
            case Opcode.BrIf:
                Pop(ValType.I32);
                PassThrough(Label(instruction.Label));
                break;
            case Opcode.BrTable:
                ValidateBranchTable(instruction.BranchTable);
                break;
            case Opcode.Return:
                Pop(_frames[0].Results);
                MarkUnreachable();
                break;
            case Opcode.Call:
                Call(instruction.Function.Type);
                break;
            case Opcode.ReturnCall:
                ReturnCall(instruction.Function.Type);
                break;
            case Opcode.CallIndirect:
                PopIndirect(instruction);
                Call((FunctionType)instruction.Type);
                break;
            case Opcode.ReturnCallIndirect:
                PopIndirect(instruction);
                ReturnCall((FunctionType)instruction.Type);
                break;
            case Opcode.CallRef:
                Pop(ValType.Reference(instruction.Type, nullable: true));
                Call((FunctionType)instruction.Type);
                break;
            case Opcode.ReturnCallRef:
                Pop(ValType.Reference(instruction.Type, nullable: true));
                ReturnCall((FunctionType)instruction.Type);
                break;
            case Opcode.Drop:
                Pop();
                break;
            case Opcode.Select:
                ValidateSelect();
                break;
            case Opcode.SelectTyped:
                ValType selected = instruction.ValueTypes is [var single]
                    ? single
                    : throw Error($"select has {instruction.ValueTypes.Length} types; exactly one is allowed");
                Pop(ValType.I32);
                Pop(selected);
                Pop(selected);
                Push(selected);
                break;
            case Opcode.LocalGet:
                ValType got = LocalType(instruction.Local);
                if (!got.IsDefaultable && IsDeclaredLocal(instruction.Local) && !_isInitialized.Contains(instruction.Local))
                {
                    throw Error($"local {instruction.Local} of type {got} is read before it is set");
                }

                Push(got);
                break;
            case Opcode.LocalSet:
                Pop(LocalType(instruction.Local));
                MarkInitialized(instruction.Local);
                break;
            case Opcode.LocalTee:
                ValType teed = LocalType(instruction.Local);
                Pop(teed);
                Push(teed);
                MarkInitialized(instruction.Local);
                break;
            case Opcode.GlobalGet:
                Push(instruction.Global.Type);
                break;
            case Opcode.GlobalSet:
                if (!instruction.Global.IsMutable)
                {
                    throw Error($"the immutable {instruction.Global} is assigned");
                }

                Pop(instruction.Global.Type);
                break;
            default:
                ValidateTableOrMemory(instruction);
                break;
        }
    }

    private void ValidateTableOrMemory(in Instruction instruction)
    {
        switch (instruction.Opcode)
        {
            case Opcode.TableGet:
                Pop(instruction.Table.Limits.AddressType);
                Push(instruction.Table.ElementType);
                break;
            case Opcode.TableSet:
                Pop(instruction.Table.ElementType);
                Pop(instruction.Table.Limits.AddressType);
                break;
            case Opcode.TableSize:
                Push(instruction.Table.Limits.AddressType);
                break;
            case Opcode.TableGrow:
                Pop(instruction.Table.Limits.AddressType);
                Pop(instruction.Table.ElementType);
                Push(instruction.Table.Limits.AddressType);
                break;
            case Opcode.TableFill:
                Pop(instruction.Table.Limits.AddressType);
                Pop(instruction.Table.ElementType);
                Pop(instruction.Table.Limits.AddressType);
                break;
            case Opcode.TableCopy:
                (Table target, Table source) = (instruction.Table, instruction.SourceTable);
                Expect(source.ElementType, target.ElementType);
                PopCopy(target.Limits, source.Limits);
                break;
            case Opcode.TableInit:
                Expect(instruction.Element.ElementType, instruction.Table.ElementType);
                Pop(ValType.I32);
                Pop(ValType.I32);
                Pop(instruction.Table.Limits.AddressType);
                break;
            case Opcode.MemoryCopy:
                PopCopy(instruction.Memory.Limits, instruction.SourceMemory.Limits);
                break;
            case Opcode.MemoryInit:
                Pop(ValType.I32);
                Pop(ValType.I32);
                Pop(instruction.Memory.Limits.AddressType);
                break;
            default:
                ValidateReference(instruction);
                break;
        }
    }

    /// <summary>Operands of a copy: the length has the smaller of the address types.</summary>
    private void PopCopy(Limits target, Limits source)
    {
        Pop(target.Is64 && source.Is64 ? ValType.I64 : ValType.I32);
        Pop(source.AddressType);
        Pop(target.AddressType);
    }

    private void Open(in Instruction instruction, BlockType type)
    {
        (ImmutableArray<ValType> parameters, ImmutableArray<ValType> results) = type.Function is { } function
            ? (function.Parameters, function.Results)
            : ([], type.Result is { } result ? [result] : []);
        Pop(parameters);
        PushFrame(instruction.Opcode, parameters, results);
    }

    private void ValidateElse()
    {
        if (_frames[_depth - 1].Opcode != Opcode.If)
        {
            throw Error("an else has no if");
        }

        ControlFrame frame = PopFrame();
        PushFrame(Opcode.Else, frame.Parameters, frame.Results);
    }

    private void ValidateEnd()
    {
        ControlFrame frame = PopFrame();
        if (frame.Opcode == Opcode.If && !Match(frame.Parameters, frame.Results))
        {
            throw Error("an if without else must leave what it takes");
        }

        Push(frame.Results);
    }

    private void ValidateTryTable(in Instruction instruction)
    {
        foreach (CatchClause clause in instruction.TryTable.Catches)
        {
            ImmutableArray<ValType> passed = clause.Tag?.Type.Parameters ?? [];
            if (clause.WithReference)
            {
                passed = passed.Add(ValType.Reference(AbstractHeapType.Exception, nullable: false));
            }

            if (!Match(passed, Label(clause.Label)))
            {
                throw Error($"a catch clause passes [{string.Join(' ', passed)}] to a label of [{string.Join(' ', Label(clause.Label))}]");
            }
        }

        Open(instruction, instruction.BlockType);
    }

    private void ValidateBranchTable(BranchTable table)
    {
        Pop(ValType.I32);
        int arity = Label(table.Default).Length;
        _labelsSeen.Clear();
        foreach (uint label in table.Labels)
        {
            if (!_labelsSeen.Add(label))
            {
                continue;
            }

            ImmutableArray<ValType> passed = Label(label);
            if (passed.Length != arity)
            {
                throw Error($"br_table has labels that take {passed.Length} and {arity} values");
            }

            CheckTop(passed);
        }

        Pop(Label(table.Default));
        MarkUnreachable();
    }

    /// <summary>Checks the values on top of the stack and leaves them as they are.</summary>
    private void CheckTop(ImmutableArray<ValType> expected)
    {
        ref ControlFrame frame = ref _frames[_depth - 1];
        for (int i = 1; i <= expected.Length; i++)
        {
            ValType wanted = expected[^i];
            if (_height - i < frame.Height)
            {
                if (!frame.IsUnreachable)
                {
                    throw Error($"{Mnemonic()} expects {wanted} but finds no value on the stack");
                }

                return;
            }

            if (!types.Matches(_values[_height - i], wanted))
            {
                throw Error($"{Mnemonic()} expects {wanted} but finds {_values[_height - i]}");
            }
        }
    }

    private void PassThrough(ImmutableArray<ValType> passed)
    {
        Pop(passed);
        Push(passed);
    }

    private void Call(FunctionType type)
    {
        Pop(type.Parameters);
        Push(type.Results);
    }

    private void ReturnCall(FunctionType type)
    {
        if (!Match(type.Results, _frames[0].Results))
        {
            throw Error($"{Mnemonic()} of type {type} does not leave the results of the function");
        }

        Pop(type.Parameters);
        MarkUnreachable();
    }

    private void PopIndirect(in Instruction instruction)
    {
        Expect(instruction.Table.ElementType, ValType.FuncRef);
        Pop(instruction.Table.Limits.AddressType);
    }

    private void ValidateSelect()
    {
        Pop(ValType.I32);
        ValType first = Pop();
        ValType second = Pop();
        if (first.IsReference || second.IsReference || (first != second && !first.IsBottom && !second.IsBottom))
        {
            throw Error($"select without type chooses between {second} and {first}");
        }

        Push(first.IsBottom ? second : first);
    }

    private ValType LocalType(uint local)
    {
        ImmutableArray<ValType> parameters = _function?.Type.Parameters ?? [];
        if (local < (uint)parameters.Length)
        {
            return parameters[(int)local];
        }

        int declared = _function?.Locals.Count ?? 0;
        uint index = local - (uint)parameters.Length;
        return index < (uint)declared
            ? _function!.Locals[(int)index]
            : throw Error($"{Mnemonic()} names local {local}, but there are {parameters.Length + declared}");
    }

    private bool IsDeclaredLocal(uint local) => local >= (uint)_function!.Type.Parameters.Length;

    private void MarkInitialized(uint local)
    {
        if (!LocalType(local).IsDefaultable && IsDeclaredLocal(local) && _isInitialized.Add(local))
        {
            _initialized.Push(local);
        }
    }

    private bool Match(ImmutableArray<ValType> subs, ImmutableArray<ValType> supers)
    {
        if (subs.Length != supers.Length)
        {
            return false;
        }

        for (int i = 0; i < subs.Length; i++)
        {
            if (!types.Matches(subs[i], supers[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void Expect(ValType actual, ValType expected)
    {
        if (!types.Matches(actual, expected))
        {
            throw Error($"{Mnemonic()} expects {expected} but finds {actual}");
        }
    }
}
