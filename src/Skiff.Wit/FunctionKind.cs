namespace Skiff.Wit;

/// <summary>What a function is to a resource (WIT.md, "Item: resource").</summary>
public enum FunctionKind
{
    /// <summary>It belongs to no resource.</summary>
    Freestanding,

    /// <summary>It has a handle <c>self</c> as its first parameter.</summary>
    Method,

    /// <summary>It is in the scope of a resource.</summary>
    Static,

    /// <summary>It makes a resource.</summary>
    Constructor,
}
