using System.Collections.Immutable;
using Skiff.Linker.Interop;
using Skiff.Wasm;

namespace Skiff.Linker.Tests.Interop;

/// <summary>Functions that are one instruction.</summary>
public sealed class InstructionFunctionsTests
{
    private static readonly NativeSignature s_plain = new(NativeType.Void, []);

    [Fact]
    public void A_program_can_trap()
    {
        Module module = new();
        ImportedFunction import = new("wasm", "unreachable", s_plain);

        Assert.True(InstructionFunctions.Has(import));
        Function function = InstructionFunctions.Add(module, import);

        Assert.Equal([Opcode.Unreachable], function.Body.Select(instruction => instruction.Opcode));
        Assert.Contains(function, module.Functions);
        Assert.Empty(module.Imports);
    }

    [Theory]
    [InlineData("nop", false)]
    [InlineData("unreachable", true)]
    public void Other_instructions_and_types_are_refused(string name, bool hasResult)
    {
        AppLinkException error = Assert.Throws<AppLinkException>(() =>
            InstructionFunctions.Add(new Module(), new("wasm", name, new(hasResult ? NativeType.Int32 : NativeType.Void, ImmutableArray<NativeType>.Empty))));

        Assert.Equal(LinkError.UnsupportedImport, error.Error);
        Assert.Contains($"'{name}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_host_provides_is_none_of_them() => Assert.False(InstructionFunctions.Has(new("host", "unreachable", s_plain)));
}
