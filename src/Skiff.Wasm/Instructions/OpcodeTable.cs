using System.Globalization;

namespace Skiff.Wasm;

/// <summary>Describes every instruction (specification: appendix, index of instructions).</summary>
public static partial class OpcodeTable
{
    private static readonly OpcodeInfo?[][] s_byPrefix = Parse();

    /// <summary>All rows, in the order of their codes.</summary>
    public static IEnumerable<OpcodeInfo> All => s_byPrefix.SelectMany(rows => rows).OfType<OpcodeInfo>();

    /// <summary>The row of an instruction.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such instruction.</exception>
    public static OpcodeInfo Info(this Opcode opcode) =>
        Find((ushort)opcode) ?? throw new ArgumentOutOfRangeException(nameof(opcode), opcode, "No such instruction.");

    /// <summary>The instruction's name in the text format.</summary>
    public static string Mnemonic(this Opcode opcode) => opcode.Info().Mnemonic;

    /// <summary>The row of a code, null if there is no such instruction.</summary>
    internal static OpcodeInfo? Find(int code)
    {
        OpcodeInfo?[] rows = s_byPrefix[code >> 12];
        int low = code & 0xFFF;
        return low < rows.Length ? rows[low] : null;
    }

    private static OpcodeInfo?[][] Parse()
    {
        var byPrefix = new OpcodeInfo?[16][];
        Array.Fill(byPrefix, []);
        byPrefix[0] = new OpcodeInfo?[0x100];
        byPrefix[0xB] = new OpcodeInfo?[0x20];
        byPrefix[0xC] = new OpcodeInfo?[0x20];
        byPrefix[0xD] = new OpcodeInfo?[0x120];
        byPrefix[0xE] = new OpcodeInfo?[0x50];
        Span<Range> parts = stackalloc Range[5];
        foreach (ReadOnlySpan<char> row in Rows.AsSpan().EnumerateLines())
        {
            if (row.Split(parts, ' ') != 4)
            {
                throw new InvalidOperationException($"The opcode table has a malformed row: {row}");
            }

            int code = int.Parse(row[parts[0]], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            (OperandKind operand, byte size) = ParseOperand(row[parts[2]]);
            ReadOnlySpan<char> signature = row[parts[3]];
            int colon = signature.IndexOf(':');
            byPrefix[code >> 12][code & 0xFFF] = new OpcodeInfo(
                (Opcode)code,
                row[parts[1]].ToString(),
                operand,
                size,
                colon < 0 ? null : signature[..colon].ToString(),
                colon < 0 ? null : signature[(colon + 1)..].ToString());
        }

        return byPrefix;
    }

    private static (OperandKind Kind, byte Size) ParseOperand(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("mem") && char.IsAsciiDigit(text[3]))
        {
            return (text.EndsWith("lane") ? OperandKind.MemoryArgumentAndLane : OperandKind.MemoryArgument, (byte)(text[3] - '0'));
        }

        if (text.StartsWith("lane"))
        {
            return (OperandKind.Lane, byte.Parse(text[4..], CultureInfo.InvariantCulture));
        }

        OperandKind kind = text switch
        {
            "-" => OperandKind.None,
            "block" => OperandKind.Block,
            "label" => OperandKind.Label,
            "labels" => OperandKind.Labels,
            "catches" => OperandKind.Catches,
            "func" => OperandKind.Function,
            "type" => OperandKind.Type,
            "type+table" => OperandKind.TypeAndTable,
            "type+field" => OperandKind.TypeAndField,
            "type+count" => OperandKind.TypeAndCount,
            "type+data" => OperandKind.TypeAndData,
            "type+elem" => OperandKind.TypeAndElement,
            "type+type" => OperandKind.TwoTypes,
            "types" => OperandKind.ValueTypes,
            "heaptype" => OperandKind.HeapType,
            "cast" => OperandKind.Cast,
            "local" => OperandKind.Local,
            "global" => OperandKind.Global,
            "table" => OperandKind.Table,
            "table+table" => OperandKind.TwoTables,
            "elem" => OperandKind.Element,
            "elem+table" => OperandKind.ElementAndTable,
            "memory" => OperandKind.Memory,
            "memory+memory" => OperandKind.TwoMemories,
            "data" => OperandKind.Data,
            "data+memory" => OperandKind.DataAndMemory,
            "tag" => OperandKind.Tag,
            "i32" => OperandKind.I32,
            "i64" => OperandKind.I64,
            "f32" => OperandKind.F32,
            "f64" => OperandKind.F64,
            "v128" => OperandKind.V128,
            "shuffle" => OperandKind.Shuffle,
            "zero" => OperandKind.Zero,
            _ => throw new InvalidOperationException($"The opcode table has an unknown operand: {text}"),
        };
        return (kind, 0);
    }
}
