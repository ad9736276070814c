namespace Skiff.Wit;

/// <summary>A handle lent for the time of a call.</summary>
public sealed class BorrowType : HandleType
{
    /// <summary>Makes the type of the borrowed handles of a resource.</summary>
    public BorrowType(TypeDefinition resource)
        : base(resource)
    {
    }
}
