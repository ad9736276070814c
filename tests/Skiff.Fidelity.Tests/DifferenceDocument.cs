using System.Text.RegularExpressions;

namespace Skiff.Fidelity.Tests;

/// <summary>
/// docs/differences.md: each block in it of the kind <c>diff</c> begins with <c># PROGRAM</c>, or <c># PROGRAM (HOST)</c>,
/// and holds the lines that differ in that program, or in all those whose names begin as it says, when it ends in <c>*</c>.
/// </summary>
internal sealed partial record DifferenceDocument(IReadOnlyList<ListedDifference> Differences)
{
    private static readonly Lazy<DifferenceDocument> s_current = new(() => Parse(File.ReadAllLines(Artifacts.Differences)));

    /// <summary>The repository's.</summary>
    public static DifferenceDocument Current => s_current.Value;

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">A block does not say which program it is about.</exception>
    public static DifferenceDocument Parse(IEnumerable<string> lines)
    {
        List<ListedDifference> differences = [];
        bool inside = false;
        int number = 0;
        foreach (string line in lines)
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal))
            {
                inside = !inside && line == "```diff";
            }
            else if (inside && Heading().Match(line) is { Success: true } heading)
            {
                differences.Add(new ListedDifference(heading.Groups["program"].Value, heading.Groups["host"] is { Success: true } host ? host.Value : null, number, []));
            }
            else if (inside)
            {
                ListedDifference current = differences.LastOrDefault() ?? throw Malformed(number, line);
                current.Lines.Add(line is ['-' or '+', ..] ? line.TrimEnd() : throw Malformed(number, line));
            }
        }

        return new DifferenceDocument(differences);
    }

    /// <summary>The lines listed for a program on a host.</summary>
    /// <param name="program">The program.</param>
    /// <param name="isHost">Whether the host has a name that the document uses.</param>
    public IEnumerable<string> Lines(string program, Func<string, bool> isHost) =>
        Differences.Where(d => d.Covers(program) && (d.Host is null || isHost(d.Host))).SelectMany(d => d.Lines);

    private static FormatException Malformed(int number, string line) =>
        new($"differences.md({number}): '{line}' is neither '# PROGRAM' nor a line that begins with - or +.");

    [GeneratedRegex(@"^# (?<program>\S+)(?: \((?<host>.+)\))?$")]
    private static partial Regex Heading();
}
