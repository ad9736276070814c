namespace Skiff.Compiler.Il;

/// <summary>A closed type as it is laid out on wasm32: no generic parameters are left in it.</summary>
/// <remarks>Instances are interned by <see cref="TypeSystem"/>; reference equality is type identity.</remarks>
internal abstract class IlType(string name)
{
    /// <summary>The full name, generic arguments included.</summary>
    public string Name { get; } = name;

    /// <summary>Size in bytes of a value in memory.</summary>
    public abstract int Size { get; }

    /// <summary>Alignment in bytes of a value in memory.</summary>
    public abstract int Alignment { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
