using System.Collections.Immutable;

namespace Skiff.Wasm.Validation;

/// <summary>Instructions on references and the garbage-collected heap (specification: validation, instructions).</summary>
internal sealed partial class CodeValidator
{
    /// <summary>How many elements <c>array.new_fixed</c> may take; the limit that engines share.</summary>
    private const int MaximumFixedElements = 10_000;

    private void ValidateReference(in Instruction instruction)
    {
        switch (instruction.Opcode)
        {
            case Opcode.RefNull:
                Push(ValType.Reference(instruction.HeapType, nullable: true));
                break;
            case Opcode.RefIsNull:
                PopReference();
                Push(ValType.I32);
                break;
            case Opcode.RefFunc:
                if (_function is not null && !_declared.Contains(instruction.Function))
                {
                    throw Error($"ref.func names the {instruction.Function}, which no export, segment or constant declares");
                }

                Push(ValType.Reference(instruction.Function.Type, nullable: false));
                break;
            case Opcode.RefEq:
                Pop(ValType.Reference(AbstractHeapType.Eq, nullable: true));
                Pop(ValType.Reference(AbstractHeapType.Eq, nullable: true));
                Push(ValType.I32);
                break;
            case Opcode.RefAsNonNull:
                Push(WithoutNull(PopReference()));
                break;
            case Opcode.BrOnNull:
                ValType kept = PopReference();
                PassThrough(Label(instruction.Label));
                Push(WithoutNull(kept));
                break;
            case Opcode.BrOnNonNull:
                ValidateBranchOnNonNull(instruction);
                break;
            case Opcode.BrOnCast or Opcode.BrOnCastFail:
                ValidateBranchOnCast(instruction);
                break;
            case Opcode.RefTest or Opcode.RefTestNull:
                Pop(ValType.Reference(TypeRelation.Top(instruction.HeapType), nullable: true));
                Push(ValType.I32);
                break;
            case Opcode.RefCast or Opcode.RefCastNull:
                Pop(ValType.Reference(TypeRelation.Top(instruction.HeapType), nullable: true));
                Push(ValType.Reference(instruction.HeapType, nullable: instruction.Opcode == Opcode.RefCastNull));
                break;
            case Opcode.AnyConvertExtern:
                Convert(AbstractHeapType.Extern, AbstractHeapType.Any);
                break;
            case Opcode.ExternConvertAny:
                Convert(AbstractHeapType.Any, AbstractHeapType.Extern);
                break;
            case Opcode.RefI31:
                Pop(ValType.I32);
                Push(ValType.Reference(AbstractHeapType.I31, nullable: false));
                break;
            case Opcode.I31GetS or Opcode.I31GetU:
                Pop(ValType.Reference(AbstractHeapType.I31, nullable: true));
                Push(ValType.I32);
                break;
            case Opcode.StructNew or Opcode.StructNewDefault or Opcode.StructGet or Opcode.StructGetS or Opcode.StructGetU
                or Opcode.StructSet:
                ValidateStruct(instruction);
                break;
            case Opcode.ArrayLen:
                Pop(ValType.Reference(AbstractHeapType.Array, nullable: true));
                Push(ValType.I32);
                break;
            default:
                ValidateArray(instruction);
                break;
        }
    }

    private static ValType WithoutNull(ValType type) => ValType.Reference(type.HeapType, nullable: false);

    private ValType PopReference()
    {
        ValType type = Pop();
        if (type.IsBottom)
        {
            return ValType.BottomReference;
        }

        return type.IsReference ? type : throw Error($"{Mnemonic()} expects a reference but finds {type}");
    }

    private void Convert(AbstractHeapType from, AbstractHeapType to)
    {
        ValType type = Pop(ValType.Reference(from, nullable: true));
        Push(ValType.Reference(to, nullable: type.IsNullable));
    }

    private void ValidateBranchOnNonNull(in Instruction instruction)
    {
        ImmutableArray<ValType> label = Label(instruction.Label);
        if (label.IsEmpty || !label[^1].IsReference)
        {
            throw Error("br_on_non_null branches to a label that takes no reference");
        }

        Pop(ValType.Reference(label[^1].HeapType, nullable: true));
        PassThrough(label[..^1]);
    }

    private void ValidateBranchOnCast(in Instruction instruction)
    {
        BranchOnCast cast = instruction.BranchOnCast;
        ImmutableArray<ValType> label = Label(cast.Label);
        Expect(cast.Target, cast.Source);
        if (label.IsEmpty)
        {
            throw Error($"{Mnemonic()} branches to a label that takes no reference");
        }

        // The type of what is not of the target type: null goes with the target if that includes it.
        ValType rest = cast.Target.IsNullable ? WithoutNull(cast.Source) : cast.Source;
        (ValType taken, ValType kept) = instruction.Opcode == Opcode.BrOnCast ? (cast.Target, rest) : (rest, cast.Target);
        Expect(taken, label[^1]);
        Pop(cast.Source);
        PassThrough(label[..^1]);
        Push(kept);
    }

    private void ValidateStruct(in Instruction instruction)
    {
        var type = (StructType)instruction.Type;
        switch (instruction.Opcode)
        {
            case Opcode.StructNew:
                for (int i = type.Fields.Count - 1; i >= 0 && !IsExhausted; i--)
                {
                    Pop(type.Fields[i].Storage.Unpacked);
                }

                Push(ValType.Reference(type, nullable: false));
                return;
            case Opcode.StructNewDefault:
                if (type.Fields.Exists(field => !field.Storage.Unpacked.IsDefaultable))
                {
                    throw Error("struct.new_default makes a structure that has a field without default");
                }

                Push(ValType.Reference(type, nullable: false));
                return;
        }

        FieldType field = instruction.Field < (uint)type.Fields.Count
            ? type.Fields[(int)instruction.Field]
            : throw Error($"{Mnemonic()} names field {instruction.Field} of a structure of {type.Fields.Count}");
        if (instruction.Opcode == Opcode.StructSet)
        {
            CheckMutable(field);
            Pop(field.Storage.Unpacked);
            Pop(ValType.Reference(type, nullable: true));
        }
        else
        {
            CheckPacking(field, instruction.Opcode != Opcode.StructGet);
            Pop(ValType.Reference(type, nullable: true));
            Push(field.Storage.Unpacked);
        }
    }

    private void ValidateArray(in Instruction instruction)
    {
        var type = (ArrayType)instruction.Type;
        ValType element = type.Element.Storage.Unpacked;
        var made = ValType.Reference(type, nullable: false);
        var given = ValType.Reference(type, nullable: true);
        switch (instruction.Opcode)
        {
            case Opcode.ArrayNew:
                Pop(ValType.I32);
                Pop(element);
                Push(made);
                break;
            case Opcode.ArrayNewDefault:
                if (!element.IsDefaultable)
                {
                    throw Error("array.new_default makes an array of elements without default");
                }

                Pop(ValType.I32);
                Push(made);
                break;
            case Opcode.ArrayNewFixed:
                if (instruction.Count > MaximumFixedElements)
                {
                    throw Error($"array.new_fixed takes {instruction.Count} elements; at most {MaximumFixedElements} are allowed");
                }

                for (uint i = 0; i < instruction.Count && !IsExhausted; i++)
                {
                    Pop(element);
                }

                Push(made);
                break;
            case Opcode.ArrayNewData:
                CheckBytes(type);
                Pop(ValType.I32);
                Pop(ValType.I32);
                Push(made);
                break;
            case Opcode.ArrayNewElem:
                Expect(instruction.Element.ElementType, element);
                Pop(ValType.I32);
                Pop(ValType.I32);
                Push(made);
                break;
            case Opcode.ArrayGet or Opcode.ArrayGetS or Opcode.ArrayGetU:
                CheckPacking(type.Element, instruction.Opcode != Opcode.ArrayGet);
                Pop(ValType.I32);
                Pop(given);
                Push(element);
                break;
            case Opcode.ArraySet:
                CheckMutable(type.Element);
                Pop(element);
                Pop(ValType.I32);
                Pop(given);
                break;
            case Opcode.ArrayFill:
                CheckMutable(type.Element);
                Pop(ValType.I32);
                Pop(element);
                Pop(ValType.I32);
                Pop(given);
                break;
            case Opcode.ArrayCopy:
                ValidateArrayCopy(type, (ArrayType)instruction.SourceType);
                break;
            case Opcode.ArrayInitData or Opcode.ArrayInitElem:
                CheckMutable(type.Element);
                if (instruction.Opcode == Opcode.ArrayInitData)
                {
                    CheckBytes(type);
                }
                else
                {
                    Expect(instruction.Element.ElementType, element);
                }

                Pop(ValType.I32);
                Pop(ValType.I32);
                Pop(ValType.I32);
                Pop(given);
                break;
            default:
                throw new InvalidOperationException($"{Mnemonic()} has no validation rule.");
        }
    }

    private void ValidateArrayCopy(ArrayType target, ArrayType source)
    {
        CheckMutable(target.Element);
        bool fits = target.Element.Storage.IsPacked || source.Element.Storage.IsPacked
            ? types.Same(target.Element.Storage, source.Element.Storage)
            : types.Matches(source.Element.Storage.Unpacked, target.Element.Storage.Unpacked);
        if (!fits)
        {
            throw Error($"array.copy copies {source.Element.Storage} to {target.Element.Storage}");
        }

        Pop(ValType.I32);
        Pop(ValType.I32);
        Pop(ValType.Reference(source, nullable: true));
        Pop(ValType.I32);
        Pop(ValType.Reference(target, nullable: true));
    }

    private void CheckMutable(FieldType field)
    {
        if (!field.IsMutable)
        {
            throw Error($"{Mnemonic()} assigns an immutable field");
        }
    }

    private void CheckPacking(FieldType field, bool extends)
    {
        if (field.Storage.IsPacked != extends)
        {
            throw Error(extends
                ? $"{Mnemonic()} extends {field.Storage}, which is not packed"
                : $"{Mnemonic()} does not say how to extend {field.Storage}");
        }
    }

    private void CheckBytes(ArrayType type)
    {
        if (type.Element.Storage.Unpacked.IsReference)
        {
            throw Error($"{Mnemonic()} makes {type.Element.Storage} of bytes");
        }
    }
}
