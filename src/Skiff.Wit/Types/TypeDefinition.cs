using Skiff.Wit.Text;

namespace Skiff.Wit;

/// <summary>A type with a name. Definitions are compared as objects.</summary>
public abstract class TypeDefinition : WitType
{
    private protected TypeDefinition(TypeOwner owner, string name)
    {
        Owner = owner;
        Name = name;
    }

    /// <summary>The interface or world it is defined in.</summary>
    public TypeOwner Owner { get; set; }

    /// <summary>The name.</summary>
    public string Name { get; set; }

    /// <summary>The text of the documentation comments.</summary>
    public string? Documentation { get; set; }

    /// <summary>What the gates say.</summary>
    public Stability Stability { get; set; } = Stability.Ungated;

    /// <summary>The string of <c>@external-id</c>.</summary>
    public string? ExternalId { get; set; }

    /// <summary>Where its name is written, when it was read from a file.</summary>
    public SourceSpan? Span { get; set; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
