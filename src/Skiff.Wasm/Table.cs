namespace Skiff.Wasm;

/// <summary>A table of references, imported or defined (specification: modules, tables).</summary>
public sealed class Table : Extern
{
    /// <summary>Makes a table.</summary>
    public Table(ValType elementType, Limits limits)
    {
        ElementType = elementType;
        Limits = limits;
    }

    /// <summary>The type of the elements, a reference type.</summary>
    public ValType ElementType { get; set; }

    /// <summary>The size range, in elements.</summary>
    public Limits Limits { get; set; }

    /// <summary>What the elements start as; null for the null reference.</summary>
    public ConstantExpression? Initial { get; set; }

    internal override string Kind => "table";
}
