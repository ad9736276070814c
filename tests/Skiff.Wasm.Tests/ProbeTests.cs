namespace Skiff.Wasm.Tests;

public class ProbeTests
{
    [Fact]
    public void The_model_assembly_has_a_name() =>
        Assert.Equal("Skiff.Wasm.Tests", typeof(ProbeTests).Assembly.GetName().Name);
}
