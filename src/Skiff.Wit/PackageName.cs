namespace Skiff.Wit;

/// <summary>The name of a package (WIT.md, "Package Names").</summary>
/// <param name="Namespace">The namespace; nested ones are parted by colons.</param>
/// <param name="Name">The name in the namespace; nested ones are parted by slashes.</param>
/// <param name="Version">The version.</param>
public sealed record PackageName(string Namespace, string Name, SemanticVersion? Version)
{
    /// <summary>The name of an interface or world of the package, as imports and exports have it: <c>a:b/c@1.0.0</c>.</summary>
    public string GetItemName(string item) => $"{Namespace}:{Name}/{item}{(Version is null ? "" : $"@{Version}")}";

    /// <summary>Reads a name such as <c>wasi:io@0.2.0</c>.</summary>
    /// <returns>The name, or <see langword="null"/> when the text is none.</returns>
    public static PackageName? TryParse(string text)
    {
        SemanticVersion? version = null;
        int at = text.IndexOf('@');
        if (at >= 0)
        {
            version = SemanticVersion.TryParse(text.Substring(at + 1));
            if (version is null)
            {
                return null;
            }

            text = text.Substring(0, at);
        }

        int slash = text.IndexOf('/');
        int colon = text.LastIndexOf(':', slash < 0 ? text.Length - 1 : slash);
        if (colon <= 0 || !text.Split(':', '/').All(Label.IsValid))
        {
            return null;
        }

        return new(text.Substring(0, colon), text.Substring(colon + 1), version);
    }

    /// <summary>The name as it is written: <c>a:b@1.0.0</c>.</summary>
    public override string ToString() => $"{Namespace}:{Name}{(Version is null ? "" : $"@{Version}")}";
}
