namespace Skiff.Wit;

/// <summary>The names of things in WIT (Explainer.md, "Import and Export Definitions", <c>label</c>).</summary>
public static class Label
{
    /// <summary>Whether a name is kebab case.</summary>
    public static bool IsValid(string name) => GetError(name) is null;

    /// <summary>What keeps a name from being kebab case, as a clause; <see langword="null"/> when it is.</summary>
    public static string? GetError(string name)
    {
        if (name.Length == 0)
        {
            return "is empty";
        }

        if (name[0] is >= '0' and <= '9')
        {
            return "starts with a digit";
        }

        foreach (string word in name.Split('-'))
        {
            if (word.Length == 0)
            {
                return "has a hyphen that does not stand between words";
            }

            bool lower = false;
            bool upper = false;
            foreach (char c in word)
            {
                lower |= c is >= 'a' and <= 'z';
                upper |= c is >= 'A' and <= 'Z';
                if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
                {
                    return c == '_' ? "has an underscore; words are parted by hyphens" : $"has the character `{c}`";
                }
            }

            if (lower && upper)
            {
                return $"mixes upper and lower case in `{word}`; words are parted by hyphens";
            }
        }

        return null;
    }

    /// <summary>
    /// What two names of one scope must differ in: the name in lower case (Explainer.md, "Name Uniqueness").
    /// </summary>
    public static string Canonicalize(string name) => name.ToLowerInvariant();
}
