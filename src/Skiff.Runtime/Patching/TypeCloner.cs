using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Skiff.Runtime.Patching;

/// <summary>
/// Copies types of the patch assembly into the assemblies they belong to. A type that says nothing of where it
/// belongs, such as those the compiler makes for array data, is copied into each assembly that mentions it.
/// </summary>
internal sealed class TypeCloner(BaseClassLibrary library, ModuleDefinition source)
{
    private readonly Dictionary<(TypeDefinition Type, ModuleDefinition Target), TypeDefinition> _types = [];
    private readonly Dictionary<(FieldDefinition Field, ModuleDefinition Target), FieldDefinition> _fields = [];
    private readonly Dictionary<(MethodDefinition Method, ModuleDefinition Target), MethodDefinition> _methods = [];
    private readonly Dictionary<GenericParameter, GenericParameter> _genericParameters = [];
    private readonly Queue<Action> _bodies = new();

    /// <summary>The patch assembly.</summary>
    public ModuleDefinition Source => source;

    /// <summary>The copy of <paramref name="type"/> that code in <paramref name="target"/> refers to.</summary>
    public TypeDefinition Type(TypeDefinition type, ModuleDefinition target)
    {
        var home = Home(type, target);
        if (!_types.TryGetValue((type, home), out var clone))
        {
            Clone(Outermost(type), home);
            clone = _types[(type, home)];
        }

        return clone;
    }

    /// <summary>The copy of <paramref name="field"/> that code in <paramref name="target"/> refers to.</summary>
    public FieldDefinition Field(FieldDefinition field, ModuleDefinition target)
    {
        Type(field.DeclaringType, target);
        return _fields[(field, Home(field.DeclaringType, target))];
    }

    /// <summary>The copy of <paramref name="method"/>, or the method that it replaces.</summary>
    public MethodDefinition Method(MethodDefinition method, ModuleDefinition target)
    {
        Type(method.DeclaringType, target);
        return _methods[(method, Home(method.DeclaringType, target))];
    }

    /// <summary>The generic parameter of the copy that stands for <paramref name="parameter"/> of the patch.</summary>
    public GenericParameter GenericParameter(GenericParameter parameter) =>
        _genericParameters.TryGetValue(parameter, out var mapped)
            ? mapped
            : throw new PatchException($"{parameter.Owner} has the generic parameter {parameter}, which was not copied.");

    /// <summary>Copies <paramref name="type"/> into <paramref name="target"/>, bodies later.</summary>
    public void Clone(TypeDefinition type, ModuleDefinition target)
    {
        var clone = Declare(type, target);
        target.Types.Add(clone);
        library.MarkChanged(target);
        Define(type, target);
    }

    /// <summary>Makes <paramref name="original"/> run the body of <paramref name="patch"/>.</summary>
    public void Replace(MethodDefinition patch, MethodDefinition original)
    {
        _methods[(patch, original.Module)] = original;
        for (var i = 0; i < patch.GenericParameters.Count; i++)
        {
            _genericParameters[patch.GenericParameters[i]] = original.GenericParameters[i];
        }

        _bodies.Enqueue(() =>
        {
            original.ImplAttributes &= ~MethodImplAttributes.InternalCall;
            original.Attributes &= ~MethodAttributes.PInvokeImpl;
            foreach (var attribute in original.CustomAttributes.Where(a => a.AttributeType.Name == "IntrinsicAttribute").ToList())
            {
                original.CustomAttributes.Remove(attribute);
            }

            CopyBody(patch, original);
        });
    }

    /// <summary>Copies the bodies of all methods declared so far, and of those that these mention.</summary>
    public void CopyBodies()
    {
        while (_bodies.TryDequeue(out var copy))
        {
            copy();
        }
    }

    private ModuleDefinition Home(TypeDefinition type, ModuleDefinition target) =>
        PatchAttributes.Assembly(Outermost(type)) is { } name ? library.Open(name) : target;

    private static TypeDefinition Outermost(TypeDefinition type) =>
        type.DeclaringType is { } declaring ? Outermost(declaring) : type;

    private TypeDefinition Declare(TypeDefinition type, ModuleDefinition target)
    {
        // The assembly may have a type of this name that the compiler made for its own data.
        var name = type.DeclaringType is null && type.Name.StartsWith('<') ? "<Skiff>" + type.Name : type.Name;
        var clone = new TypeDefinition(type.Namespace, name, type.Attributes)
        {
            PackingSize = type.PackingSize,
            ClassSize = type.ClassSize,
        };
        _types[(type, target)] = clone;
        CloneGenericParameters(type, clone);
        foreach (var nested in type.NestedTypes)
        {
            clone.NestedTypes.Add(Declare(nested, target));
        }

        return clone;
    }

    private void Define(TypeDefinition type, ModuleDefinition target)
    {
        var mapper = new ReferenceMapper(library, this, target);
        var clone = _types[(type, target)];
        clone.BaseType = type.BaseType is null ? null : mapper.Map(type.BaseType);
        MapConstraints(type, clone, mapper);
        foreach (var implementation in type.Interfaces)
        {
            clone.Interfaces.Add(new InterfaceImplementation(mapper.Map(implementation.InterfaceType)));
        }

        foreach (var field in type.Fields)
        {
            var copy = new FieldDefinition(field.Name, field.Attributes, mapper.Map(field.FieldType)) { Offset = field.Offset };
            if (field.HasConstant)
            {
                copy.Constant = field.Constant;
            }

            copy.InitialValue = field.InitialValue;
            CopyAttributes(field, copy, mapper);
            clone.Fields.Add(copy);
            _fields[(field, target)] = copy;
        }

        // A patch's public methods are the bodies of methods that exist already.
        var added = PatchAttributes.Target(type) is null ? type.Methods : type.Methods.Where(m => !m.IsPublic);
        foreach (var method in added)
        {
            clone.Methods.Add(Declare(method, target, mapper));
        }

        CopyAttributes(type, clone, mapper);
        foreach (var nested in type.NestedTypes)
        {
            Define(nested, target);
        }
    }

    private MethodDefinition Declare(MethodDefinition method, ModuleDefinition target, ReferenceMapper mapper)
    {
        var copy = new MethodDefinition(method.Name, method.Attributes, target.TypeSystem.Void)
        {
            ImplAttributes = method.ImplAttributes,
            CallingConvention = method.CallingConvention,
        };
        _methods[(method, target)] = copy;
        CloneGenericParameters(method, copy);
        MapConstraints(method, copy, mapper);
        copy.ReturnType = mapper.Map(method.ReturnType);
        foreach (var parameter in method.Parameters)
        {
            copy.Parameters.Add(new ParameterDefinition(parameter.Name, parameter.Attributes, mapper.Map(parameter.ParameterType)));
        }

        _bodies.Enqueue(() =>
        {
            foreach (var overridden in method.Overrides)
            {
                copy.Overrides.Add(mapper.Map(overridden));
            }

            CopyAttributes(method, copy, mapper);
            if (method.PInvokeInfo is { } import)
            {
                copy.PInvokeInfo = new PInvokeInfo(import.Attributes, import.EntryPoint, ModuleReference(target, import.Module.Name));
            }

            if (method.HasBody)
            {
                CopyBody(method, copy);
            }
        });
        return copy;
    }

    private void CopyBody(MethodDefinition from, MethodDefinition to)
    {
        var mapper = new ReferenceMapper(library, this, to.Module);
        var body = to.Body = new MethodBody(to) { InitLocals = from.Body.InitLocals };
        foreach (var local in from.Body.Variables)
        {
            body.Variables.Add(new VariableDefinition(mapper.Map(local.VariableType)));
        }

        var instructions = new Dictionary<Instruction, Instruction>();
        foreach (var instruction in from.Body.Instructions)
        {
            var copy = Instruction.Create(OpCodes.Nop);
            copy.OpCode = instruction.OpCode;
            instructions[instruction] = copy;
            body.Instructions.Add(copy);
        }

        foreach (var (instruction, copy) in instructions)
        {
            copy.Operand = instruction.Operand switch
            {
                Instruction target => instructions[target],
                Instruction[] targets => Array.ConvertAll(targets, t => instructions[t]),
                VariableDefinition local => body.Variables[local.Index],
                ParameterDefinition parameter => Parameter(from, to, parameter),
                TypeReference type => mapper.Map(type),
                MethodReference method => mapper.Map(method),
                FieldReference field when !to.IsConstructor && instruction.OpCode.Code is (Code.Stfld or Code.Stsfld) => mapper.MapAssigned(field),
                FieldReference field => mapper.Map(field),
                CallSite site => mapper.Map(site),
                var constant => constant,
            };
        }

        foreach (var handler in from.Body.ExceptionHandlers)
        {
            body.ExceptionHandlers.Add(new ExceptionHandler(handler.HandlerType)
            {
                CatchType = handler.CatchType is null ? null : mapper.Map(handler.CatchType),
                TryStart = instructions[handler.TryStart],
                TryEnd = At(handler.TryEnd),
                FilterStart = At(handler.FilterStart),
                HandlerStart = instructions[handler.HandlerStart],
                HandlerEnd = At(handler.HandlerEnd),
            });
        }

        Instruction? At(Instruction? instruction) => instruction is null ? null : instructions[instruction];
    }

    // A patch is static: what it calls its first parameter is "this" of an instance method.
    private static ParameterDefinition Parameter(MethodDefinition from, MethodDefinition to, ParameterDefinition parameter)
    {
        if (from.HasThis && parameter == from.Body.ThisParameter)
        {
            return to.Body.ThisParameter;
        }

        var index = parameter.Index + (from.HasThis ? 1 : 0) - (to.HasThis ? 1 : 0);
        return index < 0 ? to.Body.ThisParameter : to.Parameters[index];
    }

    private void CloneGenericParameters(IGenericParameterProvider from, IGenericParameterProvider to)
    {
        foreach (var parameter in from.GenericParameters)
        {
            var copy = new GenericParameter(parameter.Name, to) { Attributes = parameter.Attributes };
            to.GenericParameters.Add(copy);
            _genericParameters[parameter] = copy;
        }
    }

    private static void MapConstraints(IGenericParameterProvider from, IGenericParameterProvider to, ReferenceMapper mapper)
    {
        for (var i = 0; i < from.GenericParameters.Count; i++)
        {
            foreach (var constraint in from.GenericParameters[i].Constraints)
            {
                to.GenericParameters[i].Constraints.Add(new GenericParameterConstraint(mapper.Map(constraint.ConstraintType)));
            }
        }
    }

    private static void CopyAttributes(ICustomAttributeProvider from, ICustomAttributeProvider to, ReferenceMapper mapper)
    {
        foreach (var attribute in from.CustomAttributes.Where(PatchAttributes.MattersAtRunTime))
        {
            var copy = new CustomAttribute(mapper.Map(attribute.Constructor));
            foreach (var argument in attribute.ConstructorArguments)
            {
                copy.ConstructorArguments.Add(Map(argument, mapper));
            }

            foreach (var property in attribute.Properties)
            {
                copy.Properties.Add(new CustomAttributeNamedArgument(property.Name, Map(property.Argument, mapper)));
            }

            to.CustomAttributes.Add(copy);
        }
    }

    private static CustomAttributeArgument Map(CustomAttributeArgument argument, ReferenceMapper mapper) =>
        new(mapper.Map(argument.Type), argument.Value switch
        {
            TypeReference type => mapper.Map(type),
            CustomAttributeArgument[] elements => Array.ConvertAll(elements, e => Map(e, mapper)),
            var value => value,
        });

    private static ModuleReference ModuleReference(ModuleDefinition target, string name)
    {
        var reference = target.ModuleReferences.FirstOrDefault(m => m.Name == name);
        if (reference is null)
        {
            target.ModuleReferences.Add(reference = new ModuleReference(name));
        }

        return reference;
    }
}
