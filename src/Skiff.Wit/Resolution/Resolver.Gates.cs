using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <content>Gates (WIT.md, "Rules for feature gate usage").</content>
internal sealed partial class Resolver
{
    private Stability ReadGates(ItemHeaderSyntax header, PackageDeclaration package, SourceSpan span)
    {
        if (header.Gates.Count == 0)
        {
            return Stability.Ungated;
        }

        SinceGateSyntax? since = null;
        UnstableGateSyntax? unstable = null;
        DeprecatedGateSyntax? deprecated = null;
        foreach (GateSyntax gate in header.Gates)
        {
            bool repeated = gate switch
            {
                SinceGateSyntax item => Take(ref since, item),
                UnstableGateSyntax item => Take(ref unstable, item),
                DeprecatedGateSyntax item => Take(ref deprecated, item),
                _ => false,
            };
            if (repeated)
            {
                Error(DiagnosticCode.InvalidGate, gate.Span, "this gate is here twice");
            }
        }

        if (since is not null && unstable is not null)
        {
            Error(
                DiagnosticCode.InvalidGate, unstable.Span, "an item is either `@since` a version or `@unstable`, not both");
        }

        if (deprecated is not null && since is null && unstable is null)
        {
            Error(
                DiagnosticCode.InvalidGate,
                deprecated.Span,
                "`@deprecated` goes together with `@since` or `@unstable`; add the one that says how the item came");
        }

        CheckVersion(since?.Version, since?.Span ?? span, package);
        CheckVersion(deprecated?.Version, deprecated?.Span ?? span, package);
        if (unstable is not null && package.Name.Version is null && package.Span is not null)
        {
            _diagnostics.Warning(
                DiagnosticCode.InvalidGate,
                unstable.Span,
                $"the package `{package.Name}` has gates, so it should have a version, as `{package.Name}@0.1.0`");
        }

        return new(since?.Version, unstable?.Feature.Name, deprecated?.Version);
    }

    private static bool Take<T>(ref T? slot, T gate)
        where T : class
    {
        bool taken = slot is not null;
        slot ??= gate;
        return taken;
    }

    private void CheckVersion(SemanticVersion? version, SourceSpan span, PackageDeclaration package)
    {
        if (version is null || package.Span is null)
        {
            return;
        }

        if (package.Name.Version is not { } packageVersion)
        {
            Error(
                DiagnosticCode.InvalidGate,
                span,
                $"the package `{package.Name}` has gates with versions, so it needs a version itself, as `{package.Name}@{version}`");
        }
        else if (version > packageVersion)
        {
            Error(
                DiagnosticCode.InvalidGate,
                span,
                $"the version {version} is still to come: the package `{package.Name}` is at {packageVersion}");
        }
    }

    private string? InactiveFeature(Stability stability) =>
        stability.Feature is { } feature && !_options.AllFeatures && !_options.Features.Contains(feature) ? feature : null;

    // What is in a gated item has to be gated alike. Tools in use let it pass, so this is a warning.
    private void CheckContained(Stability contained, Stability container, string what, SourceSpan span)
    {
        if (container.Feature is { } feature && contained.Feature != feature)
        {
            _diagnostics.Warning(
                DiagnosticCode.WeakGate,
                span,
                $"{what} is in something that is `@unstable(feature = {feature})`, so it should have that gate too");
        }
        else if (container.Since is { } since && contained.Feature is null && (contained.Since is null || contained.Since < since))
        {
            _diagnostics.Warning(
                DiagnosticCode.WeakGate,
                span,
                $"{what} is in something that is `@since(version = {since})`, so it should be gated with that version or a later one");
        }
    }

    // What is in a gated item is there no sooner than that.
    private static Stability Combine(Stability contained, Stability container) =>
        new(
            container.Since is { } since && (contained.Since is null || contained.Since < since) ? since : contained.Since,
            contained.Feature ?? container.Feature,
            contained.Deprecated);

    // What refers to a gated item has to be gated alike. Versions compare only within a package.
    private void CheckReference(Stability from, Stability to, string name, bool samePackage, SourceSpan span)
    {
        if (to.Feature is { } feature)
        {
            if (from.Feature != feature)
            {
                _diagnostics.Warning(
                    DiagnosticCode.WeakGate,
                    span,
                    $"`{name}` is `@unstable(feature = {feature})`, so what refers to it should be too");
            }
        }
        else if (samePackage && to.Since is { } since && from.Feature is null && (from.Since is null || from.Since < since))
        {
            _diagnostics.Warning(
                DiagnosticCode.WeakGate,
                span,
                $"`{name}` is `@since(version = {since})`, so what refers to it should be gated with that version or a later one");
        }
    }

    private void ReportInactive(string name, string feature, SourceSpan span) =>
        Error(
            DiagnosticCode.InactiveFeature,
            span,
            $"`{name}` is there only with the feature `{feature}`; activate the feature, or gate this with `@unstable(feature = {feature})`");
}
