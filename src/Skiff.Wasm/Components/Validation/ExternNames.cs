using System.Text.RegularExpressions;

namespace Skiff.Wasm.Components.Validation;

/// <summary>
/// The syntax of names (specification: component model explainer, import and export definitions). Nested namespaces and
/// packages, which the specification has as a proposal, are not names yet.
/// </summary>
internal static partial class ExternNames
{
    private const string LabelPattern = "(?:[a-z][0-9a-z]*|[A-Z][0-9A-Z]*)(?:-(?:[0-9a-z]+|[0-9A-Z]+))*";
    private const string WordsPattern = "[a-z][0-9a-z]*(?:-[0-9a-z]+)*";
    private const string SemanticVersion =
        @"(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*))*)?(?:\+[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*)?";

    /// <summary>The forms that the specification dropped but tools still take: by location, by content, by dependency.</summary>
    private const string OlderPattern = @"(?:url=<[^<>]*>|locked-dep=<[^<>]+>|unlocked-dep=<.+>)(?:,integrity=<[^<>]+>)?|integrity=<[^<>]+>";

    public static bool IsLabel(string name) => Label().IsMatch(name);

    public static bool IsInterface(string name) => Interface().IsMatch(name);

    public static bool IsOlderForm(string name) => Older().IsMatch(name);

    /// <summary>Whether a version and what was stripped from it are a semantic version together.</summary>
    public static bool IsCanonicalVersion(string interfaceName, string suffix)
    {
        int at = interfaceName.LastIndexOf('@');
        return at >= 0 && CanonicalVersion().IsMatch(interfaceName[(at + 1)..]) && Version().IsMatch(interfaceName[(at + 1)..] + suffix);
    }

    /// <summary>Takes a name such as <c>[method]stream.read</c> apart; null if it is no such name.</summary>
    public static (string Annotation, string Resource, string? Member)? Annotated(string name)
    {
        Match match = AnnotatedName().Match(name);
        return match.Success
            ? (match.Groups["annotation"].Value, match.Groups["resource"].Value, match.Groups["member"] is { Success: true } member ? member.Value : null)
            : null;
    }

    /// <summary>What two names must not have in common (specification: name uniqueness).</summary>
    public static string Canonicalize(string name)
    {
        if (IsOlderForm(name))
        {
            return name;
        }

        string lower = name.ToLowerInvariant();
        if (Annotated(name) is not { } parts || parts.Annotation == "constructor")
        {
            return lower;
        }

        string resource = parts.Resource.ToLowerInvariant();
        string member = parts.Member!.ToLowerInvariant();
        return resource == member ? member : $"{resource}.{member}";
    }

    [GeneratedRegex($@"\A{LabelPattern}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex($@"\A{WordsPattern}:{WordsPattern}/{LabelPattern}(?:@(?:{SemanticVersion}|[1-9]\d*|0\.[1-9]\d*|0\.0\.[1-9]\d*))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Interface();

    [GeneratedRegex($@"\A(?:{OlderPattern})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Older();

    [GeneratedRegex(@"\A(?:[1-9]\d*|0\.[1-9]\d*|0\.0\.(?:0|[1-9]\d*))\z", RegexOptions.CultureInvariant)]
    private static partial Regex CanonicalVersion();

    [GeneratedRegex($@"\A{SemanticVersion}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Version();

    [GeneratedRegex($@"\A\[(?:(?<annotation>constructor)\](?<resource>{LabelPattern})|(?<annotation>method|static)\](?<resource>{LabelPattern})\.(?<member>{LabelPattern}))\z", RegexOptions.CultureInvariant)]
    private static partial Regex AnnotatedName();
}
