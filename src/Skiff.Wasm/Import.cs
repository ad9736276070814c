namespace Skiff.Wasm;

/// <summary>The two names under which a host provides an imported item (specification: modules, imports).</summary>
/// <param name="Module">The name of the providing module.</param>
/// <param name="Name">The name of the item in it.</param>
public sealed record Import(string Module, string Name)
{
    /// <summary>The names joined by a dot.</summary>
    public override string ToString() => $"{Module}.{Name}";
}
