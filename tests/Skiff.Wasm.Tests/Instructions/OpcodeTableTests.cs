namespace Skiff.Wasm.Tests.Instructions;

public class OpcodeTableTests
{
    [Fact]
    public void Every_opcode_has_a_row_and_every_row_an_opcode() =>
        Assert.Equal(Enum.GetValues<Opcode>().Order(), OpcodeTable.All.Select(info => info.Opcode).Order());

    [Fact]
    public void The_name_of_an_opcode_is_its_mnemonic_in_our_spelling()
    {
        // The text format has one mnemonic for these pairs and tells them by their operands.
        Dictionary<Opcode, string> exceptions = new()
        {
            [Opcode.SelectTyped] = "select",
            [Opcode.RefTestNull] = "ref.test",
            [Opcode.RefCastNull] = "ref.cast",
        };
        foreach (OpcodeInfo info in OpcodeTable.All)
        {
            string spelled = string.Concat(info.Mnemonic.Split('.', '_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));
            if (exceptions.TryGetValue(info.Opcode, out string? mnemonic))
            {
                Assert.Equal(mnemonic, info.Mnemonic);
            }
            else
            {
                Assert.Equal(info.Opcode.ToString(), spelled);
            }
        }
    }
}
