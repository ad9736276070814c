using Skiff.Wit.Text;

namespace Skiff.Wit;

/// <summary>A function (WIT.md, "WIT Functions").</summary>
public sealed class Function
{
    /// <summary>Makes a function that belongs to no resource.</summary>
    public Function(string name)
    {
        LocalName = name;
    }

    /// <summary>Makes a function of a resource, which still has to be added to <see cref="ResourceDefinition.Functions"/>.</summary>
    /// <param name="resource">The resource.</param>
    /// <param name="kind">What it is to the resource.</param>
    /// <param name="name">The name in the resource; nothing for a constructor.</param>
    public Function(ResourceDefinition resource, FunctionKind kind, string name = "")
    {
        Resource = resource;
        Kind = kind;
        LocalName = name;
    }

    /// <summary>The name as it is written; for a constructor nothing.</summary>
    public string LocalName { get; set; }

    /// <summary>What it is to a resource.</summary>
    public FunctionKind Kind { get; set; }

    /// <summary>The resource it belongs to.</summary>
    public ResourceDefinition? Resource { get; set; }

    /// <summary>The name of the function in a component: <c>f</c>, <c>[method]r.f</c>, <c>[static]r.f</c>, <c>[constructor]r</c>.</summary>
    public string Name => Kind switch
    {
        FunctionKind.Method => $"[method]{Resource?.Name}.{LocalName}",
        FunctionKind.Static => $"[static]{Resource?.Name}.{LocalName}",
        FunctionKind.Constructor => $"[constructor]{Resource?.Name}",
        _ => LocalName,
    };

    /// <summary>Whether it is <c>async</c>.</summary>
    public bool IsAsync { get; set; }

    /// <summary>The parameters; a method's first is <c>self</c>.</summary>
    public List<Parameter> Parameters { get; } = [];

    /// <summary>The type of the result; a constructor's is an owned handle, or a <c>result</c> of one.</summary>
    public WitType? Result { get; set; }

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
