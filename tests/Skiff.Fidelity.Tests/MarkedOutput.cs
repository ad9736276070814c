namespace Skiff.Fidelity.Tests;

/// <summary>The output of several programs, cut at the markers that <see cref="Program"/> writes.</summary>
/// <param name="Finished">The lines of each program that came to its end.</param>
/// <param name="Unfinished">The program in which the output stops, with its lines so far.</param>
internal sealed record MarkedOutput(IReadOnlyDictionary<string, string[]> Finished, (string Name, string[] Lines)? Unfinished)
{
    /// <summary>Cuts an output.</summary>
    public static MarkedOutput Parse(string output)
    {
        Dictionary<string, string[]> finished = [];
        string? name = null;
        List<string> lines = [];
        foreach (string line in Text.Lines(output))
        {
            if (line.StartsWith(Program.BeginMarker, StringComparison.Ordinal))
            {
                name = line[Program.BeginMarker.Length..];
                lines = [];
            }
            else if (name is not null && line == Program.EndMarker + name)
            {
                finished[name] = Text.Lines(string.Join('\n', lines));
                name = null;
            }
            else
            {
                lines.Add(line);
            }
        }

        return new MarkedOutput(finished, name is null ? null : (name, [.. lines]));
    }
}
