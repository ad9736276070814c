using System.Collections.Immutable;

namespace Skiff.Wasm.Tests.Instructions;

public class InstructionRoundTripTests
{
    public static TheoryData<Opcode> Opcodes => [.. OpcodeTable.All.Select(info => info.Opcode)];

    [Theory]
    [MemberData(nameof(Opcodes))]
    public void An_instruction_is_read_as_it_was_written(Opcode opcode)
    {
        SampleModule sample = new();
        Function function = sample.AddSample(opcode.Info());
        byte[] bytes = sample.Module.Write();
        var read = Module.Read(bytes);
        read.Validate();
        Assert.Equal(
            function.Body.Select(instruction => instruction.ToString()),
            read.Functions[^1].Body.Select(instruction => instruction.ToString()));
        Assert.Equal(bytes, read.Write());
    }

    [Fact]
    public void Wasmtime_accepts_every_instruction()
    {
        foreach (OpcodeInfo info in OpcodeTable.All)
        {
            SampleModule sample = new();
            sample.AddSample(info);
            Assert.Equal((info.Mnemonic, null), (info.Mnemonic, Wasmtime.Judge(sample.Module.Write())));
        }
    }

    [Fact]
    public void Wasmtime_agrees_with_every_stack_signature()
    {
        foreach (OpcodeInfo info in OpcodeTable.All.Where(info => info.Operands is not null))
        {
            byte[] exact = WithSignature(info, info.Operands!, info.Results!);
            Assert.Equal((info.Mnemonic, null), (info.Mnemonic, Wasmtime.Judge(exact)));
            Module.Read(exact).Validate();
        }
    }

    [Fact]
    public void Wabt_and_binaryen_accept_the_numeric_vector_memory_and_atomic_instructions()
    {
        SampleModule sample = new();
        foreach (OpcodeInfo info in OpcodeTable.All.Where(info => info.Operands is not null))
        {
            AddWithSignature(sample, info, info.Operands!, info.Results!);
        }

        // wabt lacks the types of the garbage-collected heap in this position.
        sample.Module.Types.Clear();
        byte[] bytes = sample.Module.Write();
        NpmTools.AssertValidForWabt(bytes);
        NpmTools.AssertValidForBinaryen(bytes);
    }

    private static byte[] WithSignature(OpcodeInfo info, string operands, string results)
    {
        SampleModule sample = new();
        AddWithSignature(sample, info, operands, results);
        return sample.Module.Write();
    }

    private static void AddWithSignature(SampleModule sample, OpcodeInfo info, string operands, string results)
    {
        Instruction instruction = sample.Sample(info);
        ValType address = instruction.Operand is Memory memory ? memory.Limits.AddressType : ValType.I32;
        ImmutableArray<ValType> parameters = SampleModule.Types(operands, address);
        Function function = sample.Module.Add(new Function(new FunctionType(parameters, SampleModule.Types(results, address))));
        for (int i = 0; i < parameters.Length; i++)
        {
            function.Body.LocalGet((uint)i);
        }

        function.Body.Append(instruction);
    }
}
