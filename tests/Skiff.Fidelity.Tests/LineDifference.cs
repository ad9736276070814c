namespace Skiff.Fidelity.Tests;

/// <summary>The difference of two texts, by whole lines.</summary>
internal static class LineDifference
{
    /// <summary>The edit from one text to the other: <c>- </c> lines that go, <c>+ </c> lines that come, and <c>  </c> lines that stay.</summary>
    public static IReadOnlyList<string> Edit(IReadOnlyList<string> from, IReadOnlyList<string> to)
    {
        int start = 0;
        while (start < from.Count && start < to.Count && from[start] == to[start])
        {
            start++;
        }

        int end = 0;
        while (end < from.Count - start && end < to.Count - start && from[^(end + 1)] == to[^(end + 1)])
        {
            end++;
        }

        List<string> edit = [.. from.Take(start).Select(l => "  " + l)];
        AddMiddle(edit, [.. from.Take(from.Count - end).Skip(start)], [.. to.Take(to.Count - end).Skip(start)]);
        edit.AddRange(from.Skip(from.Count - end).Select(l => "  " + l));
        return edit;
    }

    /// <summary>Only the lines of an edit that go or come.</summary>
    public static IEnumerable<string> Changes(IReadOnlyList<string> edit) => edit.Where(l => l[0] != ' ').Select(l => l.TrimEnd());

    // The longest common subsequence by dynamic programming; the texts are short.
    private static void AddMiddle(List<string> edit, string[] from, string[] to)
    {
        int[,] length = new int[from.Length + 1, to.Length + 1];
        for (int i = from.Length - 1; i >= 0; i--)
        {
            for (int j = to.Length - 1; j >= 0; j--)
            {
                length[i, j] = from[i] == to[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        int f = 0, t = 0;
        while (f < from.Length || t < to.Length)
        {
            if (f < from.Length && t < to.Length && from[f] == to[t])
            {
                edit.Add("  " + from[f++]);
                t++;
            }
            else if (f < from.Length && (t == to.Length || length[f + 1, t] >= length[f, t + 1]))
            {
                edit.Add("- " + from[f++]);
            }
            else
            {
                edit.Add("+ " + to[t++]);
            }
        }
    }
}
