using System.Globalization;

namespace Skiff.Wasm;

/// <summary>Prints instructions in the text format, for messages and debugging.</summary>
internal static class InstructionFormatter
{
    public static string Format(in Instruction instruction)
    {
        OpcodeInfo? info = OpcodeTable.Find((ushort)instruction.Opcode);
        if (info is null)
        {
            return $"0x{(ushort)instruction.Opcode:X4}";
        }

        string operand = FormatOperand(instruction, info);
        return operand.Length == 0 ? info.Mnemonic : $"{info.Mnemonic} {operand}";
    }

    private static string FormatOperand(in Instruction instruction, OpcodeInfo info) => info.Operand switch
    {
        OperandKind.None or OperandKind.Zero => "",
        OperandKind.Block => instruction.BlockType.ToString(),
        OperandKind.Label or OperandKind.Local => instruction.Bits.ToString(CultureInfo.InvariantCulture),
        OperandKind.Labels => string.Join(' ', [.. instruction.BranchTable.Labels, instruction.BranchTable.Default]),
        OperandKind.Catches => FormatTry(instruction.TryTable),
        OperandKind.TypeAndField or OperandKind.TypeAndCount => $"{FormatObject(instruction.Operand)} {instruction.Bits}",
        OperandKind.ValueTypes => $"(result {string.Join(' ', instruction.ValueTypes)})",
        OperandKind.HeapType => instruction.HeapType.ToString(),
        OperandKind.Cast => $"{instruction.BranchOnCast.Label} {instruction.BranchOnCast.Source} {instruction.BranchOnCast.Target}",
        OperandKind.MemoryArgument => FormatMemoryArgument(instruction, info),
        OperandKind.MemoryArgumentAndLane => $"{FormatMemoryArgument(instruction, info)} {instruction.Lane}".TrimStart(),
        OperandKind.I32 => instruction.Int32.ToString(CultureInfo.InvariantCulture),
        OperandKind.I64 => instruction.Int64.ToString(CultureInfo.InvariantCulture),
        OperandKind.F32 => instruction.Float32.ToString("R", CultureInfo.InvariantCulture),
        OperandKind.F64 => instruction.Float64.ToString("R", CultureInfo.InvariantCulture),
        OperandKind.V128 or OperandKind.Shuffle => FormatVector(instruction),
        OperandKind.Lane => instruction.Lane.ToString(CultureInfo.InvariantCulture),
        _ => instruction.Operand is OperandPair pair
            ? $"{FormatObject(pair.First)} {FormatObject(pair.Second)}"
            : FormatObject(instruction.Operand),
    };

    private static string FormatTry(TryTable tryTable)
    {
        IEnumerable<string> clauses = tryTable.Catches.Select(clause =>
            $"({(clause.Tag is null ? "catch_all" : "catch")}{(clause.WithReference ? "_ref" : "")}"
            + $"{(clause.Tag is null ? "" : " " + FormatObject(clause.Tag))} {clause.Label})");
        return string.Join(' ', [tryTable.BlockType.ToString(), .. clauses]).Trim();
    }

    private static string FormatMemoryArgument(in Instruction instruction, OpcodeInfo info)
    {
        MemoryArgument argument = instruction.MemoryArgument;
        string offset = argument.Offset == 0 ? "" : $"offset={argument.Offset}";
        string alignment = argument.Alignment == info.Size ? "" : $"align={1UL << argument.Alignment}";
        return $"{offset} {alignment}".Trim();
    }

    private static string FormatVector(in Instruction instruction)
    {
        var bytes = new byte[16];
        System.Runtime.Intrinsics.Vector128.CopyTo(instruction.Vector, bytes);
        return (instruction.Opcode == Opcode.V128Const ? "i8x16 " : "") + string.Join(' ', bytes);
    }

    private static string FormatObject(object? named) => named switch
    {
        Extern item => "$" + (item.Name ?? item.Import?.ToString() ?? item.Kind),
        FunctionType type => $"(type {type})",
        DefinedType type => new HeapType(type).ToString(),
        DataSegment data => "$" + (data.Name ?? "data"),
        ElementSegment element => "$" + (element.Name ?? "elem"),
        _ => named?.ToString() ?? "",
    };
}
