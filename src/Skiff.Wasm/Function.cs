namespace Skiff.Wasm;

/// <summary>A function, imported or defined (specification: modules, functions).</summary>
public sealed class Function : Extern
{
    /// <summary>Makes a function without locals and with an empty body.</summary>
    public Function(FunctionType type) => Type = type;

    /// <summary>Parameters and results.</summary>
    public FunctionType Type { get; set; }

    /// <summary>The declared locals, which follow the parameters in the index space of locals.</summary>
    public LocalList Locals { get; internal set; } = [];

    /// <summary>The instructions, without the <c>end</c> that closes the function.</summary>
    public InstructionList Body { get; internal set; } = [];

    /// <summary>The names of parameters and locals by index, from the name section.</summary>
    public SortedDictionary<uint, string>? LocalNames { get; set; }

    /// <summary>The names of labels by index, from the extended name section.</summary>
    public SortedDictionary<uint, string>? LabelNames { get; set; }

    /// <summary>The offset in the file of the function's code; 0 for functions that were not read from one.</summary>
    public long Offset { get; internal set; }

    internal override string Kind => "function";

    /// <summary>Declares a local and returns its index, parameters counted.</summary>
    public uint AddLocal(ValType type, string? name = null)
    {
        uint index = (uint)(Type.Parameters.Length + Locals.Count);
        Locals.Add(type);
        if (name is not null)
        {
            (LocalNames ??= [])[index] = name;
        }

        return index;
    }

    /// <summary>Drops locals, local names and instructions, and the import if it was one.</summary>
    public InstructionList ResetBody()
    {
        Import = null;
        Locals = [];
        LocalNames = null;
        LabelNames = null;
        Offset = 0;
        return Body = [];
    }
}
