namespace Skiff.Bindings.Names;

/// <summary>Names that must differ. One that is taken gets underscores until it is not.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public NameScope(params string[] taken)
    {
        _taken.UnionWith(taken);
    }

    /// <summary>What every class has from <see cref="object"/>.</summary>
    public static string[] ObjectMembers { get; } =
        ["Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize"];

    /// <summary>What a record has besides.</summary>
    public static string[] RecordMembers { get; } =
        [.. ObjectMembers, "Deconstruct", "EqualityContract", "PrintMembers", "Clone"];

    /// <summary>Takes a name.</summary>
    /// <returns>The name, or the one it got instead.</returns>
    public string Add(string name)
    {
        while (!_taken.Add(name))
        {
            name += "_";
        }

        return name;
    }
}
