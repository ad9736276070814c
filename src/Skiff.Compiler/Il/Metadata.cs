using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>Closes method and field references over generic arguments.</summary>
internal sealed class Metadata(TypeSystem types)
{
    private const int DeepestInstantiation = 1000;
    private readonly Dictionary<(MethodDefinition, string), MethodInstance> _methods = [];

    /// <summary>The types.</summary>
    public TypeSystem Types { get; } = types;

    /// <summary>The method that <paramref name="reference"/> names in <paramref name="context"/>.</summary>
    /// <exception cref="UnsupportedConstructException">It cannot be found, or its types cannot be closed.</exception>
    public MethodInstance Method(MethodReference reference, GenericContext context)
    {
        IlType declaringType = Types.Close(reference.DeclaringType, context);
        IReadOnlyList<IlType> arguments = reference is GenericInstanceMethod instance
            ? [.. instance.GenericArguments.Select(a => Types.Close(a, context))]
            : [];
        return Method(Resolve(reference), declaringType, arguments);
    }

    /// <summary>A definition with its generic arguments.</summary>
    public MethodInstance Method(MethodDefinition definition, IlType declaringType, IReadOnlyList<IlType> arguments)
    {
        string key = $"{declaringType.Name}|{string.Join(",", arguments)}";
        if (key.Length > DeepestInstantiation)
        {
            throw new UnsupportedConstructException($"endless generic instantiation of {definition.Name}");
        }

        if (_methods.TryGetValue((definition, key), out MethodInstance? known))
        {
            return known;
        }

        var context = new GenericContext(ArgumentsOf(declaringType), arguments);
        var parameters = new List<IlType>();
        if (definition.HasThis)
        {
            parameters.Add(declaringType is ObjectType ? declaringType : Types.ReferenceTo(declaringType));
        }

        parameters.AddRange(definition.Parameters.Select(p => Types.Close(p.ParameterType, context)));
        var method = new MethodInstance(definition, declaringType, context, parameters, Types.Close(definition.ReturnType, context));
        _methods.Add((definition, key), method);
        return method;
    }

    /// <summary>The field that <paramref name="reference"/> names, and the closed type that declares it.</summary>
    public (FieldDefinition Definition, IlType DeclaringType) Field(FieldReference reference, GenericContext context)
    {
        try
        {
            FieldDefinition definition = reference.Resolve()
                ?? throw new UnsupportedConstructException($"the field {reference.FullName}, which no reference defines");
            return (definition, Types.Close(reference.DeclaringType, context));
        }
        catch (AssemblyResolutionException e)
        {
            throw new UnsupportedConstructException($"the field {reference.FullName} of assembly {e.AssemblyReference.Name}, which is not in a reference directory");
        }
    }

    /// <summary>The method of <paramref name="type"/> that stands for the interface or base method <paramref name="target"/>.</summary>
    public MethodInstance Implementation(IlType type, MethodReference target, GenericContext context)
    {
        MethodInstance declared = Method(target, context);
        TypeDefinition definition = type switch
        {
            StructType structure => structure.Definition,
            ScalarType { Element: null } => PrimitiveDefinition(type, target.Module),
            _ => throw new UnsupportedConstructException($"a virtual call of {declared.Name} on {type}"),
        };
        var typeContext = new GenericContext(ArgumentsOf(type), []);
        foreach (MethodDefinition candidate in definition.Methods)
        {
            foreach (MethodReference overridden in candidate.Overrides)
            {
                if (overridden.Name == declared.Definition.Name
                    && Resolve(overridden) == declared.Definition
                    && Types.Close(overridden.DeclaringType, typeContext) == declared.DeclaringType)
                {
                    return Method(candidate, type, declared.Context.MethodArguments);
                }
            }
        }

        foreach (MethodDefinition candidate in definition.Methods.Where(m => m.Name == declared.Definition.Name
            && m.IsStatic == declared.Definition.IsStatic
            && m.Parameters.Count == declared.Definition.Parameters.Count
            && m.GenericParameters.Count == declared.Definition.GenericParameters.Count))
        {
            MethodInstance instance = Method(candidate, type, declared.Context.MethodArguments);
            int skipped = candidate.HasThis ? 1 : 0;
            if (instance.Parameters.Skip(skipped).SequenceEqual(declared.Parameters.Skip(skipped)) && instance.ReturnType == declared.ReturnType)
            {
                return instance;
            }
        }

        if (declared.Definition.HasBody && declared.Definition.IsStatic)
        {
            return declared;
        }

        throw new UnsupportedConstructException($"a virtual call of {declared.Name} on {type}, which does not implement it itself");
    }

    private static MethodDefinition Resolve(MethodReference reference)
    {
        try
        {
            return reference.Resolve() ?? throw new UnsupportedConstructException($"the method {reference.FullName}, which no reference defines");
        }
        catch (AssemblyResolutionException e)
        {
            throw new UnsupportedConstructException($"the method {reference.FullName} of assembly {e.AssemblyReference.Name}, which is not in a reference directory");
        }
    }

    private static TypeDefinition PrimitiveDefinition(IlType type, ModuleDefinition module)
    {
        string[] parts = type.Name.Split('.');
        return TypeSystem.Resolve(new TypeReference(string.Join('.', parts[..^1]), parts[^1], module, module.TypeSystem.CoreLibrary, valueType: true));
    }

    private static IReadOnlyList<IlType> ArgumentsOf(IlType type) => type switch
    {
        StructType structure => structure.Arguments,
        ObjectType instance => instance.Arguments,
        _ => [],
    };
}
