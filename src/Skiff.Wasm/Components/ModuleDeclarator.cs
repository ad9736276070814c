namespace Skiff.Wasm.Components;

/// <summary>A part of a <see cref="ModuleType"/> (specification: component binary format, <c>core:moduledecl</c>).</summary>
public abstract class ModuleDeclarator
{
    private protected ModuleDeclarator()
    {
    }
}
