namespace Skiff.Wit.CanonicalAbi;

/// <summary>The two names of an import of a core module.</summary>
/// <param name="Module">The name of the module.</param>
/// <param name="Name">The name in the module.</param>
public readonly record struct CoreImportName(string Module, string Name)
{
    /// <summary>Both names.</summary>
    public override string ToString() => $"\"{Module}\" \"{Name}\"";
}
