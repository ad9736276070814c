namespace Skiff.Wasm;

/// <summary>The tag of exceptions, imported or defined (specification: modules, tags).</summary>
public sealed class Tag : Extern
{
    /// <summary>Makes a tag.</summary>
    public Tag(FunctionType type) => Type = type;

    /// <summary>The parameters are what an exception carries; there are no results.</summary>
    public FunctionType Type { get; set; }

    internal override string Kind => "tag";
}
