using Skiff.Wasm.Components;

namespace Skiff.Components;

/// <summary>Makes the type of the instances of an interface.</summary>
internal static class InterfaceTypeEncoder
{
    /// <summary>Makes the type.</summary>
    /// <param name="item">The interface.</param>
    /// <param name="types">Those of its types that there shall be, each after those it refers to.</param>
    /// <param name="functions">Those of its functions that there shall be.</param>
    /// <param name="outside">Finds the definition, around the instance type, of a type of another interface.</param>
    public static InstanceType Encode(
        Wit.Interface item, IEnumerable<Wit.TypeDefinition> types, IEnumerable<Wit.Function> functions, Func<Wit.TypeDefinition, Definition> outside)
    {
        InstanceType instance = new() { Name = "ty-" + item.Name };
        TypeScope scope = new(instance.Declarators, type => instance.Add(new OuterAlias(outside(type))));
        foreach (Wit.TypeDefinition type in types)
        {
            ExternType bound = type is Wit.ResourceDefinition ? ExternType.SubResource : ExternType.TypeEqualTo(scope.AddStructure(type));
            scope.Name(type, instance.Add(new ExportDeclaration(new ExternName(type.Name) { ExternalId = type.ExternalId }, bound)));
        }

        foreach (Wit.Function function in functions)
        {
            instance.Add(new ExportDeclaration(NameOf(function), ExternType.Function(scope.Add(function))));
        }

        return instance;
    }

    /// <summary>The name of an import or export.</summary>
    /// <exception cref="ComponentEncodingException">Components have no such names.</exception>
    public static ExternName NameOf(Wit.WorldInterface item)
    {
        if (item.Interface.Name is not null)
        {
            RequireName(item.Interface.Package.Name);
        }

        return new(item.Name)
        {
            Implements = item.PlainName is null || item.Interface.Name is null ? null : item.Interface.QualifiedName,
            ExternalId = item.ExternalId,
        };
    }

    /// <summary>Makes sure that components can have the name of a package.</summary>
    /// <exception cref="ComponentEncodingException">They cannot.</exception>
    public static void RequireName(Wit.PackageName package)
    {
        if (package.Namespace.Contains(':', StringComparison.Ordinal) || package.Name.Contains('/', StringComparison.Ordinal))
        {
            throw new ComponentEncodingException(
                $"The name of the package {package} is nested, which texts of WIT may have and components may not yet; give it one of two parts, such as a:b.");
        }
    }

    /// <summary>The name of a function.</summary>
    public static ExternName NameOf(Wit.Function function) => new(function.Name) { ExternalId = function.ExternalId };
}
