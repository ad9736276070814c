namespace Skiff.Wit.Syntax;

/// <summary>What may stand before an item.</summary>
/// <param name="Documentation">The text of the documentation comments, without their markers.</param>
/// <param name="Gates">The gates.</param>
/// <param name="ExternalId">The string of <c>@external-id</c>.</param>
public sealed record ItemHeaderSyntax(string? Documentation, IReadOnlyList<GateSyntax> Gates, string? ExternalId)
{
    /// <summary>A header that says nothing.</summary>
    public static ItemHeaderSyntax Empty { get; } = new(null, [], null);
}
