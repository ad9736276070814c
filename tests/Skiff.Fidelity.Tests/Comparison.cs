using System.Text;

namespace Skiff.Fidelity.Tests;

/// <summary>Compares what a program wrote with what it should write: what it writes on dotnet, but for what is listed.</summary>
internal static class Comparison
{
    /// <summary>Fails with a readable text on every unlisted difference, and on every listed one that is not there.</summary>
    public static void Check(string program, WasiHost host, string[] expected, string[] actual)
    {
        IReadOnlyList<string> edit = LineDifference.Edit(expected, actual);
        List<string> unlisted = [.. LineDifference.Changes(edit)], stale = [];
        foreach (string line in DifferenceDocument.Current.Lines(program, host.IsCalled))
        {
            if (!unlisted.Remove(line))
            {
                stale.Add(line);
            }
        }

        if (unlisted.Count + stale.Count == 0)
        {
            return;
        }

        StringBuilder message = new();
        if (unlisted.Count > 0)
        {
            message.AppendLine($"{program} on {host.Name} differs from dotnet (-) in what docs/differences.md does not list:");
            AppendExcerpt(message, edit);
        }

        if (stale.Count > 0)
        {
            message.AppendLine($"docs/differences.md lists for {program} what does not differ on {host.Name}:");
            stale.ForEach(l => message.AppendLine(l));
        }

        Assert.Fail(message.ToString());
    }

    private static void AppendExcerpt(StringBuilder message, IReadOnlyList<string> edit)
    {
        const int Context = 2, Most = 200;
        int written = 0;
        bool gap = false;
        for (int i = 0; i < edit.Count && written < Most; i++)
        {
            if (edit.Skip(i - Context).Take(Math.Min(i, Context) + Context + 1).Any(l => l[0] != ' '))
            {
                message.AppendLine((gap ? "  ...\n" : "") + edit[i]);
                written++;
                gap = false;
            }
            else
            {
                gap = true;
            }
        }
    }
}
