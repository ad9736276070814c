using System.Text;
using Skiff.Wit.Lexing;

namespace Skiff.Wit.Parsing;

/// <summary>The text of documentation comments, without their markers and without common indentation.</summary>
internal static class Documentation
{
    /// <summary>Reads the documentation comments among those before a token, added to what there already is.</summary>
    public static string? Read(TokenList tokens, Token token, string? before = null)
    {
        if (token.CommentCount == 0)
        {
            return before;
        }

        List<string> lines = [];
        for (int i = token.FirstComment; i < token.FirstComment + token.CommentCount; i++)
        {
            Comment comment = tokens.Comments[i];
            if (comment.IsDocumentation)
            {
                string text = tokens.Source.Text.Substring(comment.Start, comment.End - comment.Start);
                lines.AddRange(comment.IsBlock ? BlockLines(text) : [text.Substring(3).TrimEnd()]);
            }
        }

        if (lines.Count == 0)
        {
            return before;
        }

        int indentation = lines.Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        StringBuilder documentation = new(before);
        foreach (string line in lines)
        {
            if (documentation.Length > 0 || line.Length > 0)
            {
                documentation.Append(documentation.Length > 0 ? "\n" : "");
                documentation.Append(line.Length > 0 ? line.Substring(indentation) : "");
            }
        }

        string result = documentation.ToString().TrimEnd('\n');
        return result.Length == 0 ? null : result;
    }

    private static int Indentation(string line) => line.Length - line.TrimStart(' ', '\t').Length;

    // The lines between `/**` and `*/`; stars that line them up are no text.
    private static IEnumerable<string> BlockLines(string comment)
    {
        int end = comment.EndsWith("*/", StringComparison.Ordinal) && comment.Length >= 5 ? 2 : 0;
        string[] lines = comment.Substring(3, comment.Length - 3 - end).Split('\n');
        bool starred = lines.Length > 1
            && lines.Skip(1).All(line => line.Trim().Length == 0 || line.TrimStart()[0] == '*');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd();
            yield return i == 0 ? line : starred && line.Length > 0 ? line.TrimStart().Substring(1) : line;
        }
    }
}
