using Skiff.Wit;

namespace Skiff.Components.Composition;

/// <summary>Compares names of imports and exports by the rules of semantic versions (specification: canonical interface name).</summary>
internal static class InterfaceName
{
    /// <summary>What the names of compatible versions have in common; for other names, the name.</summary>
    public static string Track(string name)
    {
        int at = name.IndexOf('@', StringComparison.Ordinal);
        return Version(name) is { PreRelease: null } version ? $"{name[..at]}@{version.Canonical}" : name;
    }

    /// <summary>The version in a name, if there is one.</summary>
    public static SemanticVersion? Version(string name)
    {
        int at = name.IndexOf('@', StringComparison.Ordinal);
        return at < 0 ? null : SemanticVersion.TryParse(name[(at + 1)..]);
    }
}
