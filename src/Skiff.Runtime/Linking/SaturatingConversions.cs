using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.Linking;

/// <summary>
/// Makes the interpreter's conversions from floating point to integers saturate, with 0 for NaN, as they do on
/// every platform of .NET. Clang compiled them without saturating instructions, as
/// <code>
/// x; f64.abs; f64.const 0x1p31; f64.lt; if; x; i32.trunc_f64_s; br 1; end; i32.const -0x80000000
/// x; f64.const 0x1p32; f64.lt; x; f64.const 0; f64.ge; i32.and; if; x; i32.trunc_f64_u; br 1; end; i32.const 0
/// </code>
/// which <c>i32.trunc_sat_f64_s</c> and <c>_u</c> replace. Conversions to 8 and 16 bits go through a signed 32-bit
/// integer, also to <c>byte</c> and <c>ushort</c>. Checked conversions have looked at the range before.
/// </summary>
internal static class SaturatingConversions
{
    private const string Interpreter = "mono_interp_exec_method";

    /// <summary>Conversions that are functions: they say 0 for infinities before they convert.</summary>
    private static readonly (string Name, Opcode Conversion)[] s_functions =
    [
        ("mono_fconv_u4", Opcode.I32TruncSatF64U),
        ("mono_fconv_u8", Opcode.I64TruncSatF64U),
        ("mono_rconv_u4", Opcode.I32TruncSatF32U),
        ("mono_rconv_u8", Opcode.I64TruncSatF32U),
    ];

    private static readonly Form[] s_forms =
    [
        new(Opcode.I32TruncF32S, Opcode.I32TruncSatF32S, Opcode.F32Abs, Opcode.F32Const, Opcode.F32Lt, Opcode.F32Ge, Opcode.I32Const),
        new(Opcode.I32TruncF64S, Opcode.I32TruncSatF64S, Opcode.F64Abs, Opcode.F64Const, Opcode.F64Lt, Opcode.F64Ge, Opcode.I32Const),
        new(Opcode.I64TruncF32S, Opcode.I64TruncSatF32S, Opcode.F32Abs, Opcode.F32Const, Opcode.F32Lt, Opcode.F32Ge, Opcode.I64Const),
        new(Opcode.I64TruncF64S, Opcode.I64TruncSatF64S, Opcode.F64Abs, Opcode.F64Const, Opcode.F64Lt, Opcode.F64Ge, Opcode.I64Const),
        new(Opcode.I32TruncF32U, Opcode.I32TruncSatF32U, null, Opcode.F32Const, Opcode.F32Lt, Opcode.F32Ge, Opcode.I32Const) { Signed = Opcode.I32TruncSatF32S },
        new(Opcode.I32TruncF64U, Opcode.I32TruncSatF64U, null, Opcode.F64Const, Opcode.F64Lt, Opcode.F64Ge, Opcode.I32Const) { Signed = Opcode.I32TruncSatF64S },
    ];

    /// <summary>Rewrites the conversions of <paramref name="module"/>, whose functions are named.</summary>
    /// <exception cref="LinkException">The interpreter converts in another way.</exception>
    public static void Apply(Module module)
    {
        foreach (var (name, conversion) in s_functions)
        {
            var function = module.GetFunction(name);
            if (function.Body.Count(i => i.Opcode.Mnemonic().Contains(".trunc_", StringComparison.Ordinal)) != 1 || function.Type.Parameters.Length != 1)
            {
                throw Moved($"{name} is not one conversion");
            }

            function.ResetBody().LocalGet(0).Op(conversion);
        }

        var body = module.GetFunction(Interpreter).Body;
        foreach (var form in s_forms)
        {
            if (form.Rewrite(body) == 0)
            {
                throw Moved($"{Interpreter} has no guarded {form.Conversion.Mnemonic()}");
            }
        }
    }

    private static LinkException Moved(string what) =>
        new($"The interpreter converts floating point to integers differently from what Skiff knows: {what}.");

    /// <summary>One conversion with its guards; <paramref name="Absolute"/> is null for unsigned ones.</summary>
    private sealed record Form(Opcode Conversion, Opcode Saturating, Opcode? Absolute, Opcode Limit, Opcode Less, Opcode NotLess, Opcode Otherwise)
    {
        /// <summary>For an unsigned conversion whose result is cut to 8 or 16 bits: the signed one.</summary>
        public Opcode Signed { get; init; }

        public int Rewrite(InstructionList body)
        {
            Opcode[] guard = Absolute is { } absolute
                ? [absolute, Limit, Less, Opcode.If]
                : [Limit, Less, Opcode.LocalGet, Limit, NotLess, Opcode.I32And, Opcode.If];
            Opcode[] whole = [.. guard, Opcode.LocalGet, Conversion, Opcode.Br, Opcode.End, Otherwise, Opcode.End];
            int count = 0;
            for (int i = 1; i + whole.Length + 2 <= body.Count; i++)
            {
                if (Matches(body, i, whole) && OfOneLocal(body, i, guard.Length))
                {
                    var saturating = Absolute is null && IsCut(body, i + whole.Length) ? Signed : Saturating;
                    body[i] = Instruction.Plain(saturating);
                    body.RemoveRange(i + 1, whole.Length - 2);
                    count++;
                }
            }

            return count;
        }

        private static bool Matches(InstructionList body, int start, Opcode[] opcodes)
        {
            for (int i = 0; i < opcodes.Length; i++)
            {
                if (body[start + i].Opcode != opcodes[i])
                {
                    return false;
                }
            }

            return true;
        }

        /// <summary>Whether guard and conversion are about the local that is on the stack, and the branch leaves the block around them.</summary>
        private bool OfOneLocal(InstructionList body, int start, int guard)
        {
            var value = body[start - 1];
            var converted = body[start + guard];
            return value.Opcode is Opcode.LocalGet or Opcode.LocalTee
                && value.Local == converted.Local
                && (Absolute is not null || body[start + 2].Local == value.Local)
                && body[start + guard + 2].Label == 1;
        }

        private static bool IsCut(InstructionList body, int next) =>
            body[next] is { Opcode: Opcode.I32Const, Int32: 0xFF or 0xFFFF } && body[next + 1].Opcode == Opcode.I32And;
    }
}
