using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>Closes metadata types over generic arguments, interns them and lays them out for wasm32.</summary>
internal sealed class TypeSystem
{
    private readonly Dictionary<string, IlType> _types = [];

    /// <summary>Creates the type system with the primitives in it.</summary>
    public TypeSystem()
    {
        Void = Intern(new VoidType());
        Boolean = Primitive("System.Boolean", ScalarKind.UInt8);
        Char = Primitive("System.Char", ScalarKind.UInt16);
        SByte = Primitive("System.SByte", ScalarKind.Int8);
        Byte = Primitive("System.Byte", ScalarKind.UInt8);
        Int16 = Primitive("System.Int16", ScalarKind.Int16);
        UInt16 = Primitive("System.UInt16", ScalarKind.UInt16);
        Int32 = Primitive("System.Int32", ScalarKind.Int32);
        UInt32 = Primitive("System.UInt32", ScalarKind.UInt32);
        Int64 = Primitive("System.Int64", ScalarKind.Int64);
        UInt64 = Primitive("System.UInt64", ScalarKind.UInt64);
        Single = Primitive("System.Single", ScalarKind.Float32);
        Double = Primitive("System.Double", ScalarKind.Float64);
        IntPtr = Primitive("System.IntPtr", ScalarKind.Address);
        UIntPtr = Primitive("System.UIntPtr", ScalarKind.Address);
    }

    public VoidType Void { get; }
    public ScalarType Boolean { get; }
    public ScalarType Char { get; }
    public ScalarType SByte { get; }
    public ScalarType Byte { get; }
    public ScalarType Int16 { get; }
    public ScalarType UInt16 { get; }
    public ScalarType Int32 { get; }
    public ScalarType UInt32 { get; }
    public ScalarType Int64 { get; }
    public ScalarType UInt64 { get; }
    public ScalarType Single { get; }
    public ScalarType Double { get; }
    public ScalarType IntPtr { get; }
    public ScalarType UIntPtr { get; }

    /// <summary>Closes <paramref name="reference"/>.</summary>
    /// <exception cref="UnsupportedConstructException">The type cannot exist in freestanding code.</exception>
    public IlType Close(TypeReference reference, GenericContext context)
    {
        switch (reference)
        {
            case GenericParameter parameter:
                IReadOnlyList<IlType> scope = parameter.Type == GenericParameterType.Type ? context.TypeArguments : context.MethodArguments;
                return parameter.Position < scope.Count
                    ? scope[parameter.Position]
                    : throw new UnsupportedConstructException($"the open generic parameter {parameter.Name}");
            case IModifierType modified:
                return Close(modified.ElementType, context);
            case PinnedType pinned:
                return Close(pinned.ElementType, context);
            case PointerType pointer:
                return PointerTo(Close(pointer.ElementType, context));
            case ByReferenceType byReference:
                return ReferenceTo(Close(byReference.ElementType, context));
            case FunctionPointerType:
                return Intern("method*", static name => new ScalarType(name, ScalarKind.Address));
            case ArrayType array:
                return Intern(array.FullName, static name => new ObjectType(name, null, []));
            case GenericInstanceType instance:
                return CloseDefinition(instance.ElementType, [.. instance.GenericArguments.Select(a => Close(a, context))]);
        }

        return _types.TryGetValue(reference.FullName, out IlType? known) && known is not StructType
            ? known
            : CloseDefinition(reference, []);
    }

    /// <summary>The type of pointers to <paramref name="element"/>.</summary>
    public ScalarType PointerTo(IlType element) =>
        (ScalarType)Intern(element.Name + "*", name => new ScalarType(name, ScalarKind.Address, element));

    /// <summary>The type of managed references to <paramref name="element"/>.</summary>
    public ScalarType ReferenceTo(IlType element) =>
        (ScalarType)Intern(element.Name + "&", name => new ScalarType(name, ScalarKind.Address, element));

    private IlType CloseDefinition(TypeReference reference, IReadOnlyList<IlType> arguments)
    {
        TypeDefinition definition = Resolve(reference);
        string name = arguments.Count == 0
            ? definition.FullName
            : $"{definition.FullName}<{string.Join(",", arguments)}>";
        if (_types.TryGetValue(name, out IlType? known) && (known is not StructType same || same.Definition == definition))
        {
            return known;
        }

        if (definition.IsEnum)
        {
            var underlying = (ScalarType)Close(definition.Fields.First(f => !f.IsStatic).FieldType, GenericContext.None);
            return Intern(new ScalarType(name, underlying.Kind));
        }

        if (!definition.IsValueType)
        {
            return Intern(new ObjectType(name, definition, arguments));
        }

        // Two assemblies may each have a type of one name (the compiler's own attributes and data holders, for instance).
        var type = new StructType(known is null ? name : $"{name}, {definition.Module.Assembly.Name.Name}", definition, arguments);
        if (_types.TryGetValue(type.Name, out IlType? other))
        {
            return other;
        }

        _types.Add(type.Name, type);
        type.Layout = StructLayouts.Compute(type, this);
        return type;
    }

    /// <summary>Finds the definition of <paramref name="reference"/> in the program or its references.</summary>
    public static TypeDefinition Resolve(TypeReference reference)
    {
        try
        {
            return reference.Resolve() ?? throw new UnsupportedConstructException($"the type {reference.FullName}, which no reference defines");
        }
        catch (AssemblyResolutionException e)
        {
            throw new UnsupportedConstructException($"the type {reference.FullName} of assembly {e.AssemblyReference.Name}, which is not in a reference directory");
        }
    }

    private ScalarType Primitive(string name, ScalarKind kind) => Intern(new ScalarType(name, kind));

    private T Intern<T>(T type)
        where T : IlType
    {
        _types.Add(type.Name, type);
        return type;
    }

    private IlType Intern(string name, Func<string, IlType> create)
    {
        if (!_types.TryGetValue(name, out IlType? type))
        {
            _types.Add(name, type = create(name));
        }

        return type;
    }
}
