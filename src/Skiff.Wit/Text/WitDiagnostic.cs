using System.Text;

namespace Skiff.Wit.Text;

/// <summary>Something wrong with a WIT text, and where.</summary>
/// <param name="Code">What kind it is; see <see cref="DiagnosticCode"/>.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Span">The place; none when it concerns no single place.</param>
/// <param name="Message">One sentence that names the cause and, where there is one, the way out.</param>
public sealed record WitDiagnostic(string Code, WitSeverity Severity, SourceSpan? Span, string Message)
{
    private const int ExcerptWidth = 120;

    /// <summary>The message as MSBuild and editors read it: <c>file.wit(3,7): error SKIFF5010: …</c>.</summary>
    public override string ToString()
    {
        string severity = Severity == WitSeverity.Error ? "error" : "warning";
        string place = Span is { } span ? $"{span.Source.Path}({span.Position.Line},{span.Position.Column}): " : "";
        return $"{place}{severity} {Code}: {Message}";
    }

    /// <summary>
    /// The line the place is in, with carets below it; empty without a place. A long line is cut around the place.
    /// </summary>
    public string GetExcerpt()
    {
        if (Span is not { } span)
        {
            return "";
        }

        (int line, int column) = (span.Position.Line, span.Position.Column);
        string text = span.Source.GetLine(line);
        int start = Math.Min(column - 1, text.Length);
        int length = Math.Max(1, Math.Min(span.End - span.Start, text.Length - start));
        int cut = start > ExcerptWidth - 20 ? start - 40 : 0;
        string shown = text.Substring(cut, Math.Min(ExcerptWidth, text.Length - cut));
        shown = new([.. shown.Select(c => Characters.IsForbidden(c) ? '\uFFFD' : c)]);
        int caret = start - cut;
        length = Math.Min(length, Math.Max(1, shown.Length - caret));

        string number = line.ToString();
        string margin = new(' ', number.Length);
        StringBuilder excerpt = new();
        excerpt.Append(' ').Append(margin).Append(" |\n");
        excerpt.Append(' ').Append(number).Append(" | ").Append(shown).Append('\n');
        excerpt.Append(' ').Append(margin).Append(" | ");
        for (int i = 0; i < caret; i++)
        {
            // A tab above stays a tab below, so that the carets stand where the place is at any tab width.
            excerpt.Append(i < shown.Length && shown[i] == '\t' ? '\t' : ' ');
        }

        return excerpt.Append('^', length).Append('\n').ToString();
    }
}
