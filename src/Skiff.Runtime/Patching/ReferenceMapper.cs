using Mono.Cecil;

namespace Skiff.Runtime.Patching;

/// <summary>
/// Turns what a patch's code refers to into references valid in the assembly that the code is moved to. A member
/// found in that assembly becomes its definition; what the new place may not see is made visible.
/// </summary>
internal sealed class ReferenceMapper(BaseClassLibrary library, TypeCloner cloner, ModuleDefinition target)
{
    public TypeReference Map(TypeReference type)
    {
        switch (type)
        {
            case GenericParameter parameter:
                return cloner.GenericParameter(parameter);
            case GenericInstanceType instance:
                var mapped = new GenericInstanceType(Map(instance.ElementType));
                foreach (var argument in instance.GenericArguments)
                {
                    mapped.GenericArguments.Add(Map(argument));
                }

                return mapped;
            case ArrayType array:
                return array.IsVector ? new ArrayType(Map(array.ElementType)) : new ArrayType(Map(array.ElementType), array.Rank);
            case ByReferenceType reference:
                return new ByReferenceType(Map(reference.ElementType));
            case PointerType pointer:
                return new PointerType(Map(pointer.ElementType));
            case PinnedType pinned:
                return new PinnedType(Map(pinned.ElementType));
            case RequiredModifierType modified:
                return new RequiredModifierType(Map(modified.ModifierType), Map(modified.ElementType));
            case OptionalModifierType modified:
                return new OptionalModifierType(Map(modified.ModifierType), Map(modified.ElementType));
            case FunctionPointerType pointer:
                var function = new FunctionPointerType
                {
                    CallingConvention = pointer.CallingConvention,
                    HasThis = pointer.HasThis,
                    ExplicitThis = pointer.ExplicitThis,
                    ReturnType = Map(pointer.ReturnType),
                };
                foreach (var parameter in pointer.Parameters)
                {
                    function.Parameters.Add(new ParameterDefinition(Map(parameter.ParameterType)));
                }

                return function;
            default:
                return Primitive(type.MetadataType) ?? MapNamed(type);
        }
    }

    public MethodReference Map(MethodReference method)
    {
        if (method is GenericInstanceMethod instance)
        {
            var mapped = new GenericInstanceMethod(Map(instance.ElementMethod));
            foreach (var argument in instance.GenericArguments)
            {
                mapped.GenericArguments.Add(Map(argument));
            }

            return mapped;
        }

        if (method.DeclaringType is ArrayType)
        {
            return MapArrayMethod(method);
        }

        var definition = method.Resolve() ?? throw Missing(method.FullName);
        if (definition.Module == cloner.Source)
        {
            definition = cloner.Method(definition, target);
        }

        MakeVisible(definition);
        if (!definition.DeclaringType.HasGenericParameters)
        {
            return definition.Module == target ? definition : target.ImportReference(definition);
        }

        var declaringType = Map(method.DeclaringType);
        if (definition.Module != target)
        {
            var imported = target.ImportReference(definition);
            imported.DeclaringType = declaringType;
            return imported;
        }

        var onInstance = new MethodReference(definition.Name, definition.ReturnType, declaringType)
        {
            HasThis = definition.HasThis,
            ExplicitThis = definition.ExplicitThis,
            CallingConvention = definition.CallingConvention,
        };
        foreach (var parameter in definition.GenericParameters)
        {
            onInstance.GenericParameters.Add(new GenericParameter(parameter.Name, onInstance));
        }

        foreach (var parameter in definition.Parameters)
        {
            onInstance.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        }

        return onInstance;
    }

    public FieldReference Map(FieldReference field)
    {
        var definition = field.Resolve() ?? throw Missing(field.FullName);
        if (definition.Module == cloner.Source)
        {
            definition = cloner.Field(definition, target);
        }

        MakeVisible(definition);
        if (!definition.DeclaringType.HasGenericParameters)
        {
            return definition.Module == target ? definition : target.ImportReference(definition);
        }

        var declaringType = Map(field.DeclaringType);
        if (definition.Module == target)
        {
            return new FieldReference(definition.Name, definition.FieldType, declaringType);
        }

        var imported = target.ImportReference(definition);
        imported.DeclaringType = declaringType;
        return imported;
    }

    /// <summary>
    /// The field that <paramref name="field"/> is there, as something that code may assign: the interpreter takes the
    /// values of read-only fields for constants.
    /// </summary>
    public FieldReference MapAssigned(FieldReference field)
    {
        var mapped = Map(field);
        var definition = mapped.Resolve();
        if (definition.IsInitOnly)
        {
            definition.IsInitOnly = false;
            library.MarkChanged(definition.Module);
        }

        return mapped;
    }

    public CallSite Map(CallSite site)
    {
        var mapped = new CallSite(Map(site.ReturnType))
        {
            HasThis = site.HasThis,
            ExplicitThis = site.ExplicitThis,
            CallingConvention = site.CallingConvention,
        };
        foreach (var parameter in site.Parameters)
        {
            mapped.Parameters.Add(new ParameterDefinition(Map(parameter.ParameterType)));
        }

        return mapped;
    }

    private TypeReference MapNamed(TypeReference type)
    {
        var definition = type.Resolve() ?? throw Missing(type.FullName);
        if (definition.Module == cloner.Source)
        {
            definition = cloner.Type(definition, target);
        }

        MakeVisible(definition);
        return definition.Module == target ? definition : target.ImportReference(definition);
    }

    private MethodReference MapArrayMethod(MethodReference method)
    {
        var mapped = new MethodReference(method.Name, Map(method.ReturnType), Map(method.DeclaringType)) { HasThis = method.HasThis };
        foreach (var parameter in method.Parameters)
        {
            mapped.Parameters.Add(new ParameterDefinition(Map(parameter.ParameterType)));
        }

        return mapped;
    }

    private TypeReference? Primitive(MetadataType type) => type switch
    {
        MetadataType.Void => target.TypeSystem.Void,
        MetadataType.Boolean => target.TypeSystem.Boolean,
        MetadataType.Char => target.TypeSystem.Char,
        MetadataType.SByte => target.TypeSystem.SByte,
        MetadataType.Byte => target.TypeSystem.Byte,
        MetadataType.Int16 => target.TypeSystem.Int16,
        MetadataType.UInt16 => target.TypeSystem.UInt16,
        MetadataType.Int32 => target.TypeSystem.Int32,
        MetadataType.UInt32 => target.TypeSystem.UInt32,
        MetadataType.Int64 => target.TypeSystem.Int64,
        MetadataType.UInt64 => target.TypeSystem.UInt64,
        MetadataType.Single => target.TypeSystem.Single,
        MetadataType.Double => target.TypeSystem.Double,
        MetadataType.IntPtr => target.TypeSystem.IntPtr,
        MetadataType.UIntPtr => target.TypeSystem.UIntPtr,
        MetadataType.String => target.TypeSystem.String,
        MetadataType.Object => target.TypeSystem.Object,
        _ => null,
    };

    // Code that moves into an assembly sees all that is internal there, and all that is public elsewhere.
    private void MakeVisible(TypeDefinition type)
    {
        for (var t = type; t is not null; t = t.DeclaringType)
        {
            if (type.Module != target && !t.IsPublic && !t.IsNestedPublic)
            {
                t.Attributes = (t.Attributes & ~TypeAttributes.VisibilityMask)
                    | (t.IsNested ? TypeAttributes.NestedPublic : TypeAttributes.Public);
                library.MarkChanged(t.Module);
            }
            else if (t.IsNestedPrivate || t.IsNestedFamily || t.IsNestedFamilyAndAssembly)
            {
                t.Attributes = (t.Attributes & ~TypeAttributes.VisibilityMask)
                    | (t.IsNestedPrivate ? TypeAttributes.NestedAssembly : TypeAttributes.NestedFamORAssem);
            }
        }
    }

    private void MakeVisible(MethodDefinition method)
    {
        MakeVisible(method.DeclaringType);
        if (method.Module != target && !method.IsPublic && !method.IsFamily && !method.IsFamilyOrAssembly)
        {
            method.Attributes = (method.Attributes & ~MethodAttributes.MemberAccessMask) | MethodAttributes.Public;
            library.MarkChanged(method.Module);
        }
        else if (method.Module == target && method.IsPrivate && !method.IsVirtual)
        {
            method.Attributes = (method.Attributes & ~MethodAttributes.MemberAccessMask) | MethodAttributes.Assembly;
        }
    }

    private void MakeVisible(FieldDefinition field)
    {
        MakeVisible(field.DeclaringType);
        if (field.Module != target && !field.IsPublic && !field.IsFamily && !field.IsFamilyOrAssembly)
        {
            field.Attributes = (field.Attributes & ~FieldAttributes.FieldAccessMask) | FieldAttributes.Public;
            library.MarkChanged(field.Module);
        }
        else if (field.Module == target && field.IsPrivate)
        {
            field.Attributes = (field.Attributes & ~FieldAttributes.FieldAccessMask) | FieldAttributes.Assembly;
        }
    }

    private PatchException Missing(string name) =>
        new($"The patches of {target.Assembly.Name.Name} use {name}, which the runtime package {library.Version} does not have.");
}
