namespace Skiff.Wasm;

/// <summary>Bytes for a memory (specification: modules, data segments).</summary>
public sealed class DataSegment
{
    /// <summary>Makes a passive segment, which <c>memory.init</c> copies from.</summary>
    public DataSegment(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>Makes an active segment, copied when the module is instantiated.</summary>
    public DataSegment(Memory memory, ConstantExpression offset, ReadOnlyMemory<byte> bytes)
    {
        Memory = memory;
        Offset = offset;
        Bytes = bytes;
    }

    /// <summary>The memory an active segment is copied to; null for a passive one.</summary>
    public Memory? Memory { get; set; }

    /// <summary>Where in the memory an active segment is copied to; null for a passive one.</summary>
    public ConstantExpression? Offset { get; set; }

    /// <summary>The contents.</summary>
    public ReadOnlyMemory<byte> Bytes { get; set; }

    /// <summary>The name from the name section.</summary>
    public string? Name { get; set; }

    /// <summary>The name, for debugging.</summary>
    public override string ToString() => Name is null ? "unnamed data segment" : $"data segment '{Name}'";
}
