namespace Skiff.Wasm.Objects;

/// <summary>What a symbol of an object file stands for (tool conventions: linking, symbol table).</summary>
public enum ObjectSymbolKind : byte
{
    /// <summary>A function.</summary>
    Function = 0,

    /// <summary>Static data.</summary>
    Data = 1,

    /// <summary>A global of the module.</summary>
    Global = 2,

    /// <summary>A custom section.</summary>
    Section = 3,

    /// <summary>An exception tag.</summary>
    Tag = 4,

    /// <summary>A table.</summary>
    Table = 5,
}
