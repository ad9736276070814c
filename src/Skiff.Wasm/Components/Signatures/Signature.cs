namespace Skiff.Wasm.Components;

/// <summary>
/// What a definition is seen from outside, with all aliases followed and every instantiation carried out
/// (specification: component model explainer, type checking).
/// </summary>
public abstract class Signature
{
    private protected Signature()
    {
    }

    /// <summary>What it is called in messages.</summary>
    internal abstract string Kind { get; }
}
