using Skiff.Wit;
using Skiff.Wit.Text;

namespace Skiff.Bindings.Guest;

/// <summary>Finds what bindings are not made for: asynchronous functions and values.</summary>
internal static class SupportCheck
{
    /// <summary>Reports what worlds have that is not supported.</summary>
    /// <returns>Whether all is.</returns>
    public static bool Run(IReadOnlyList<World> worlds, Action<WitDiagnostic> report)
    {
        bool isSupported = true;
        HashSet<Function> seen = [];
        foreach (WorldItem item in worlds.SelectMany(world => world.Imports.Concat(world.Exports)))
        {
            IEnumerable<Function> functions = item switch
            {
                WorldInterface { Interface: { } owner } => owner.AllFunctions,
                WorldFunction single => [single.Function],
                _ => [],
            };
            foreach (Function function in functions.Where(seen.Add))
            {
                IEnumerable<WitType> types = function.Parameters.Select(parameter => parameter.Type);
                types = function.Result is { } result ? types.Append(result) : types;
                string? what = function.IsAsync
                    ? "is `async`"
                    : types.Any(type => type.ContainsAsyncValue()) ? "has a `stream` or `future`"
                    : types.Any(type => type.Contains(part => ReferenceEquals(part, PrimitiveType.ErrorContext))) ? "has an `error-context`"
                    : null;
                if (what is not null)
                {
                    isSupported = false;
                    report(new(
                        BindingsDiagnostics.Unsupported,
                        WitSeverity.Error,
                        function.Span ?? item.Span,
                        $"`{function.Name}` {what}, which components of WASI 0.2 do not have; leave it out, or use an interface of WASI 0.2"));
                }
            }
        }

        return isSupported;
    }
}
