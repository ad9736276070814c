using Mono.Cecil;
using Skiff.Compiler.Flow;

namespace Skiff.Compiler.Il;

/// <content>Fields.</content>
internal sealed partial class MethodTranslator
{
    private (int Offset, IlType Type) Field(FieldReference reference)
    {
        (FieldDefinition definition, IlType declaringType) = _program.Metadata.Field(reference, _method.Context);
        switch (declaringType)
        {
            case StructType structure:
                StructField? field = structure.Layout.Fields.FirstOrDefault(f => f.Definition == definition);
                return field is not null ? (field.Offset, field.Type) : throw new UnsupportedConstructException($"the field {reference.FullName}");
            case ScalarType scalar:
                // The one field of a primitive or an enumeration is the value itself.
                return (0, scalar);
            default:
                throw new UnsupportedConstructException($"the field {definition.Name} of the object type {declaringType}");
        }
    }

    private void TranslateLoadField(FieldReference reference)
    {
        (int offset, IlType type) = Field(reference);
        StackEntry target = _code.Pop();
        if (target.Struct is { } && target.IsOwned && type is StructType inner)
        {
            _code.Push(StackEntry.At(inner, Operations.Offset(target.Value, offset), isOwned: true));
            return;
        }

        _code.PushFrom(type, Operations.Offset(target.Value, offset));
    }

    private (Expression Address, IlType Type) Static(FieldReference reference)
    {
        (FieldDefinition definition, IlType declaringType) = _program.Metadata.Field(reference, _method.Context);
        IlType type = _program.Types.Close(definition.FieldType, new GenericContext(
            declaringType is StructType structure ? structure.Arguments : declaringType is ObjectType instance ? instance.Arguments : [], []));
        if (definition.InitialValue.Length > 0)
        {
            return (Literal.I32((int)_program.Data.Constant(definition, type.Size)), type);
        }

        if (type is ObjectType || type is StructType { Layout.Fields: var fields } && fields.Any(f => f.Type is ObjectType))
        {
            throw new UnsupportedConstructException(definition.Name.StartsWith("<>9", StringComparison.Ordinal)
                ? "a delegate"
                : $"the static field {definition.Name}, which holds the object type {type}");
        }

        _program.RequireInitialised(declaringType, Here);
        return (Literal.I32((int)_program.Data.Field(definition, declaringType, type)), type);
    }

    private void TranslateLoadStatic(FieldReference reference)
    {
        switch (reference.FullName)
        {
            case "System.Boolean System.BitConverter::IsLittleEndian":
                _code.Push(_program.Types.Int32, Literal.I32(1));
                return;
            case "System.IntPtr System.IntPtr::Zero" or "System.UIntPtr System.UIntPtr::Zero":
                _code.Push(_program.Types.IntPtr, Literal.I32(0));
                return;
        }

        (Expression address, IlType type) = Static(reference);
        _code.PushFrom(type, address);
    }
}
