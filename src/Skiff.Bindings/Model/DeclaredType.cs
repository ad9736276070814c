using Skiff.Bindings.Names;
using Skiff.Wit;

namespace Skiff.Bindings.Model;

/// <summary>A record, variant, enum, flags or resource and the C# type that is declared for it.</summary>
internal sealed class DeclaredType
{
    public DeclaredType(TypeDefinition definition, ItemScope scope, Container container, string name)
    {
        Definition = definition;
        Scope = scope;
        Container = container;
        Name = name;
        MemberNames = NameMembers();
    }

    /// <summary>What it was declared for.</summary>
    public TypeDefinition Definition { get; }

    /// <summary>The import or export whose type it is, which says what the types in it are.</summary>
    public ItemScope Scope { get; }

    /// <summary>The class it is declared in.</summary>
    public Container Container { get; }

    /// <summary>The name in the class.</summary>
    public string Name { get; }

    /// <summary>The name of the type in WIT, in .NET's casing.</summary>
    public string PlainName => Identifiers.Pascal(Definition.Name);

    /// <summary>The names of the fields, cases or flags, in their order.</summary>
    public IReadOnlyList<string> MemberNames { get; }

    /// <summary>Whether it is a resource that the component implements: an interface, not a class.</summary>
    public bool IsExportedResource => Definition is ResourceDefinition && Scope.IsExport;

    private List<string> NameMembers()
    {
        // The cases of a variant have the property Value.
        string[] taken = Definition is VariantDefinition ? ["Value", Name] : [Name];
        NameScope scope = new([.. taken, .. NameScope.RecordMembers]);
        IEnumerable<string> labels = Definition switch
        {
            RecordDefinition record => record.Fields.Select(item => item.Name),
            VariantDefinition variant => variant.Cases.Select(item => item.Name),
            EnumDefinition item => item.Cases.Select(one => one.Name),
            FlagsDefinition flags => flags.Flags.Select(item => item.Name),
            _ => [],
        };
        return [.. labels.Select(label => scope.Add(Identifiers.Pascal(label)))];
    }
}
