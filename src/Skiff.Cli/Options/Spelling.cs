namespace Skiff.Cli.Options;

/// <summary>Finds what somebody meant to write.</summary>
internal static class Spelling
{
    /// <summary>The word that differs least, if that is little: by a third of its letters at most.</summary>
    public static string? Nearest(string word, IEnumerable<string> words) => words
        .Select(candidate => (Word: candidate, Distance: Distance(word, candidate)))
        .Where(found => found.Distance <= Math.Max(1, found.Word.Length / 3))
        .OrderBy(found => found.Distance)
        .Select(found => found.Word)
        .FirstOrDefault();

    /// <summary>How many letters must be put in, taken out, replaced or swapped with their neighbour.</summary>
    private static int Distance(string one, string other)
    {
        int[,] distance = new int[one.Length + 1, other.Length + 1];
        for (int i = 0; i <= one.Length; i++)
        {
            for (int j = 0; j <= other.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int replaced = distance[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                int least = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                bool swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
                distance[i, j] = swapped ? Math.Min(least, distance[i - 2, j - 2] + 1) : least;
            }
        }

        return distance[one.Length, other.Length];
    }
}
