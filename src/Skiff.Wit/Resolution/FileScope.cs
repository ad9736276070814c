using Skiff.Wit.Syntax;

namespace Skiff.Wit.Resolution;

/// <summary>The names that the uses at the top of a file, or of a nested package, bring in.</summary>
internal sealed class FileScope(PackageDeclaration package)
{
    public PackageDeclaration Package { get; } = package;

    public Dictionary<string, TopLevelUseSyntax> Uses { get; } = new(StringComparer.Ordinal);
}
