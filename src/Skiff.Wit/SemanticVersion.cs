namespace Skiff.Wit;

/// <summary>A version as <see href="https://semver.org">Semantic Versioning 2.0</see> defines it.</summary>
public sealed record SemanticVersion : IComparable<SemanticVersion>
{
    /// <summary>Makes a version.</summary>
    public SemanticVersion(ulong major, ulong minor, ulong patch, string? preRelease = null, string? build = null)
    {
        Major = major;
        Minor = minor;
        Patch = patch;
        PreRelease = preRelease;
        Build = build;
    }

    /// <summary>Changes with what is incompatible.</summary>
    public ulong Major { get; }

    /// <summary>Changes with what is added; with what is incompatible as long as <see cref="Major"/> is 0.</summary>
    public ulong Minor { get; }

    /// <summary>Changes with what is corrected.</summary>
    public ulong Patch { get; }

    /// <summary>The identifiers after <c>-</c>.</summary>
    public string? PreRelease { get; }

    /// <summary>The identifiers after <c>+</c>, which order nothing.</summary>
    public string? Build { get; }

    /// <summary>
    /// The part of the version that compatible versions share (Explainer.md, "Canonical Interface Name"): <c>1</c>,
    /// <c>0.2</c> or <c>0.0.3</c>.
    /// </summary>
    public string Canonical => Major > 0 ? $"{Major}" : Minor > 0 ? $"0.{Minor}" : $"0.0.{Patch}";

    /// <summary>Reads a version.</summary>
    /// <returns>The version, or <see langword="null"/> when the text is none.</returns>
    public static SemanticVersion? TryParse(string text)
    {
        string? build = null;
        string? preRelease = null;
        int plus = text.IndexOf('+');
        if (plus >= 0)
        {
            build = text.Substring(plus + 1);
            text = text.Substring(0, plus);
        }

        int hyphen = text.IndexOf('-');
        if (hyphen >= 0)
        {
            preRelease = text.Substring(hyphen + 1);
            text = text.Substring(0, hyphen);
        }

        string[] numbers = text.Split('.');
        if (numbers.Length != 3
            || ParseNumber(numbers[0]) is not { } major
            || ParseNumber(numbers[1]) is not { } minor
            || ParseNumber(numbers[2]) is not { } patch
            || (preRelease is not null && !preRelease.Split('.').All(IsPreRelease))
            || (build is not null && !build.Split('.').All(IsIdentifier)))
        {
            return null;
        }

        return new(major, minor, patch, preRelease, build);
    }

    /// <summary>Orders versions by precedence (Semantic Versioning, section 11).</summary>
    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        int order = Major.CompareTo(other.Major);
        order = order != 0 ? order : Minor.CompareTo(other.Minor);
        order = order != 0 ? order : Patch.CompareTo(other.Patch);
        return order != 0 ? order : ComparePreRelease(PreRelease, other.PreRelease);
    }

    /// <summary>Whether one version precedes another.</summary>
    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    /// <summary>Whether one version follows another.</summary>
    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    /// <summary>Whether one version does not follow another.</summary>
    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one version does not precede another.</summary>
    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    /// <summary>The version as it is written.</summary>
    public override string ToString() =>
        $"{Major}.{Minor}.{Patch}{(PreRelease is null ? "" : "-" + PreRelease)}{(Build is null ? "" : "+" + Build)}";

    private static int ComparePreRelease(string? left, string? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 1 : 0) - (right is null ? 1 : 0);
        }

        string[] ours = left.Split('.');
        string[] theirs = right.Split('.');
        for (int i = 0; i < Math.Min(ours.Length, theirs.Length); i++)
        {
            int order = CompareIdentifier(ours[i], theirs[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return ours.Length.CompareTo(theirs.Length);
    }

    private static int CompareIdentifier(string left, string right) => (IsNumeric(left), IsNumeric(right)) switch
    {
        (true, true) when left.Length != right.Length => left.Length.CompareTo(right.Length),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsNumeric(string identifier) => identifier.All(c => c is >= '0' and <= '9');

    private static bool IsIdentifier(string identifier) =>
        identifier.Length > 0
        && identifier.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '-');

    // A number has no leading zeros, however long it is.
    private static bool IsPreRelease(string identifier) =>
        IsIdentifier(identifier) && !(IsNumeric(identifier) && identifier.Length > 1 && identifier[0] == '0');

    private static ulong? ParseNumber(string digits) =>
        digits.Length > 0 && IsNumeric(digits) && (digits.Length == 1 || digits[0] != '0')
        && ulong.TryParse(digits, out ulong value)
            ? value
            : null;
}
