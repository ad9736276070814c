namespace Skiff.Wasm.Components;

/// <summary>A component function made of a core function (specification: canonical ABI, <c>canon lift</c>).</summary>
public sealed class Lift : CanonicalDefinition
{
    /// <summary>Lifts a core function.</summary>
    public Lift(Definition function, Definition type, params ReadOnlySpan<CanonicalOption> options)
    {
        Function = function;
        Type = type;
        Options.AddRange(options);
    }

    /// <summary>The core function.</summary>
    public Definition Function { get; set; }

    /// <summary>The type of the component function.</summary>
    public Definition Type { get; set; }

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.Function;

    internal override string Kind => "lift";
}
