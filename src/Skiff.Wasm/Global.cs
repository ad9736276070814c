namespace Skiff.Wasm;

/// <summary>A global variable, imported or defined (specification: modules, globals).</summary>
public sealed class Global : Extern
{
    /// <summary>Makes a global; an imported one has no initial value.</summary>
    public Global(ValType type, bool isMutable, ConstantExpression? initial = null)
    {
        Type = type;
        IsMutable = isMutable;
        Initial = initial;
    }

    /// <summary>The type of the value.</summary>
    public ValType Type { get; set; }

    /// <summary>Whether code can assign the global.</summary>
    public bool IsMutable { get; set; }

    /// <summary>The value at start; null for imported globals only.</summary>
    public ConstantExpression? Initial { get; set; }

    internal override string Kind => "global";
}
