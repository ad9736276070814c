namespace Skiff.Wasm;

/// <summary>References for a table (specification: modules, element segments).</summary>
public sealed class ElementSegment
{
    /// <summary>Makes a passive segment, which <c>table.init</c> copies from, or a declarative one.</summary>
    public ElementSegment(ValType elementType, bool isDeclarative = false)
    {
        ElementType = elementType;
        IsDeclarative = isDeclarative;
    }

    /// <summary>Makes an active segment of functions, copied when the module is instantiated.</summary>
    public ElementSegment(Table table, ConstantExpression offset, IEnumerable<Function>? functions = null)
        : this(ValType.FuncRef)
    {
        Table = table;
        Offset = offset;
        foreach (Function function in functions ?? [])
        {
            Items.Add(ConstantExpression.Function(function));
        }
    }

    /// <summary>The type of the items, a reference type.</summary>
    public ValType ElementType { get; set; }

    /// <summary>The table an active segment is copied to; null for other segments.</summary>
    public Table? Table { get; set; }

    /// <summary>Where in the table an active segment is copied to; null for other segments.</summary>
    public ConstantExpression? Offset { get; set; }

    /// <summary>Whether the segment only declares which functions <c>ref.func</c> may name.</summary>
    public bool IsDeclarative { get; set; }

    /// <summary>The references.</summary>
    public List<ConstantExpression> Items { get; internal set; } = [];

    /// <summary>The name from the name section.</summary>
    public string? Name { get; set; }

    /// <summary>The name, for debugging.</summary>
    public override string ToString() => Name is null ? "unnamed element segment" : $"element segment '{Name}'";
}
