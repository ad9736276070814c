using System.Text;

namespace Skiff.Cli.Tests;

/// <summary>
/// Runs every case under <c>data/</c>. A case is the command line, <c>exit CODE</c>, then the expected standard output behind
/// <c>&gt; </c> and standard error behind <c>! </c>. A line that ends in <c>...</c> is a beginning. A zero character is written <c>␀</c>.
/// </summary>
public sealed class CaseTests(Scratch scratch) : IClassFixture<Scratch>
{
    public static TheoryData<string> Cases
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "data"), "*.txt").Order(StringComparer.Ordinal))
            {
                foreach (string text in File.ReadAllText(file).Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
                {
                    data.Add(text.TrimEnd('\n'));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_command_does_what_the_case_says(string text)
    {
        string[] lines = text.Split('\n');
        string[] words = Words(lines[0]);
        Assert.Equal("skiff", words[0]);
        Command.Outcome outcome = await Command.Run(scratch.Directory, words[1..]);
        string[] expected = lines[1..];
        var actual = new List<string> { $"exit {outcome.ExitCode}" };
        actual.AddRange(Marked('>', outcome.Output));
        actual.AddRange(Marked('!', outcome.Error));
        for (int i = 0; i < Math.Min(expected.Length, actual.Count); i++)
        {
            if (expected[i].EndsWith("...", StringComparison.Ordinal) && actual[i].StartsWith(expected[i][..^3], StringComparison.Ordinal))
            {
                actual[i] = expected[i];
            }
        }

        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    private IEnumerable<string> Marked(char mark, string text) => text
        .Replace(scratch.Directory, "{directory}", StringComparison.Ordinal)
        .Replace('\0', '␀')
        .Split('\n')
        .SkipLast(text.EndsWith('\n') || text.Length == 0 ? 1 : 0)
        .Select(line => $"{mark} {line}");

    /// <summary>The words of a line; single quotes hold one together.</summary>
    private static string[] Words(string line)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        bool quoted = false, any = false;
        foreach (char letter in line)
        {
            if (letter == '\'')
            {
                quoted = !quoted;
                any = true;
            }
            else if (letter == ' ' && !quoted)
            {
                if (any)
                {
                    words.Add(word.ToString());
                }

                word.Clear();
                any = false;
            }
            else
            {
                word.Append(letter);
                any = true;
            }
        }

        if (any)
        {
            words.Add(word.ToString());
        }

        return [.. words];
    }
}
