namespace Skiff.Wasm.Components;

/// <summary>A core function made of a component function (specification: canonical ABI, <c>canon lower</c>).</summary>
public sealed class Lower : CanonicalDefinition
{
    /// <summary>Lowers a component function.</summary>
    public Lower(Definition function, params ReadOnlySpan<CanonicalOption> options)
    {
        Function = function;
        Options.AddRange(options);
    }

    /// <summary>The component function.</summary>
    public Definition Function { get; set; }

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.CoreFunction;

    internal override string Kind => "lower";
}
