using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Skiff.Wit.Text;

namespace Skiff.Bindings;

/// <summary>A diagnostic with its place, which equals another one that says the same.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What it says.</param>
/// <param name="Path">The file; empty when it concerns no place.</param>
/// <param name="Span">The place in the file.</param>
/// <param name="Lines">The same in lines and columns.</param>
internal sealed record Problem(string Code, DiagnosticSeverity Severity, string Message, string Path, TextSpan Span, LinePositionSpan Lines)
{
    /// <summary>What WIT's tools report.</summary>
    public static Problem Of(WitDiagnostic item)
    {
        DiagnosticSeverity severity = item.Severity == WitSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        if (item.Span is not { } span)
        {
            return new(item.Code, severity, item.Message, "", default, default);
        }

        SourcePosition start = span.Position;
        SourcePosition end = span.EndPosition;
        return new(
            item.Code,
            severity,
            item.Message,
            span.Source.Path,
            TextSpan.FromBounds(span.Start, span.End),
            new(new(start.Line - 1, start.Column - 1), new(end.Line - 1, end.Column - 1)));
    }

    /// <summary>What the compiler reports.</summary>
    public Diagnostic ToDiagnostic()
    {
        DiagnosticDescriptor descriptor = new(Code, "WIT", "{0}", "Skiff", Severity, isEnabledByDefault: true);
        return Diagnostic.Create(descriptor, Path.Length == 0 ? Location.None : Location.Create(Path, Span, Lines), Message);
    }
}
