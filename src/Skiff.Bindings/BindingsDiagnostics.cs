using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Skiff.Wit.Text;

namespace Skiff.Bindings;

/// <summary>Says what is wrong, where it is written.</summary>
internal static class BindingsDiagnostics
{
    /// <summary>An exported interface that no class implements.</summary>
    public const string NoImplementation = "SKIFF5101";

    /// <summary>An exported interface that several classes implement.</summary>
    public const string SeveralImplementations = "SKIFF5102";

    /// <summary>A type or function that has no bindings.</summary>
    public const string Unsupported = "SKIFF5103";

    /// <summary>More than one world in a project.</summary>
    public const string SeveralWorlds = "SKIFF5104";

    /// <summary>A diagnostic of the compiler with the place in the .wit file.</summary>
    public static Diagnostic ToDiagnostic(WitDiagnostic item)
    {
        DiagnosticSeverity severity = item.Severity == WitSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
        DiagnosticDescriptor descriptor = new(item.Code, "WIT", "{0}", "Skiff", severity, isEnabledByDefault: true);
        return Diagnostic.Create(descriptor, item.Span is { } span ? PlaceOf(span) : Location.None, item.Message);
    }

    private static Location PlaceOf(SourceSpan span)
    {
        SourcePosition start = span.Position;
        SourcePosition end = span.EndPosition;
        return Location.Create(
            span.Source.Path,
            TextSpan.FromBounds(span.Start, span.End),
            new(new(start.Line - 1, start.Column - 1), new(end.Line - 1, end.Column - 1)));
    }
}
