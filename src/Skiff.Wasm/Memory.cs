namespace Skiff.Wasm;

/// <summary>A linear memory, imported or defined (specification: modules, memories).</summary>
public sealed class Memory : Extern
{
    /// <summary>The size of a page in bytes.</summary>
    public const int PageSize = 65536;

    /// <summary>Makes a memory.</summary>
    public Memory(Limits limits) => Limits = limits;

    /// <summary>The size range, in pages of <see cref="PageSize"/> bytes.</summary>
    public Limits Limits { get; set; }

    internal override string Kind => "memory";
}
