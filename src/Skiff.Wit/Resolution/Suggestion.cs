namespace Skiff.Wit.Resolution;

/// <summary>Guesses what a wrong name was meant to be.</summary>
internal static class Suggestion
{
    private const int LongestName = 64;
    private const int MostCandidates = 200;

    /// <summary>A clause that names the nearest candidate, when one is near.</summary>
    public static string For(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        int bestDistance = Math.Max(1, Math.Min(3, name.Length / 3)) + 1;
        foreach (string candidate in candidates.Take(MostCandidates))
        {
            if (candidate.Length <= LongestName && name.Length <= LongestName
                && Math.Abs(candidate.Length - name.Length) < bestDistance
                && Distance(name, candidate) is > 0 and var distance && distance < bestDistance)
            {
                (best, bestDistance) = (candidate, distance);
            }
        }

        return best is null ? "" : $"; did you mean `{best}`?";
    }

    // Levenshtein's distance.
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
