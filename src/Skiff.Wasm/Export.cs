namespace Skiff.Wasm;

/// <summary>An item the module offers under a name (specification: modules, exports).</summary>
public sealed class Export
{
    /// <summary>Makes an export.</summary>
    public Export(string name, Extern item)
    {
        Name = name;
        Item = item;
    }

    /// <summary>The name, unique among the exports of the module.</summary>
    public string Name { get; set; }

    /// <summary>The function, table, memory, global or tag.</summary>
    public Extern Item { get; set; }

    /// <summary>The name, for debugging.</summary>
    public override string ToString() => $"export '{Name}' of {Item}";
}
