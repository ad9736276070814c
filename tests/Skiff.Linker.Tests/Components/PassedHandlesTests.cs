using Skiff.Linker.Components;
using Wasmtime;

namespace Skiff.Linker.Tests.Components;

public sealed class PassedHandlesTests
{
    private const int Largest = int.MaxValue - 1;

    [Theory]
    [InlineData(0)]
    [InlineData(41)]
    [InlineData(Largest)]
    public void A_handle_has_its_representation_whether_it_is_lent_or_not(int representation)
    {
        Assert.True(Call("new", representation) > 0);
        Assert.Equal(representation, Call("represent", Call("new", representation)));
        Assert.Equal(representation, Call("represent", Call("lend", Call("new", representation))));
        Assert.Equal(representation, Call("represent", Call("give", Call("new", representation))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData((1 << 28) - 1)]
    public void The_host_gets_its_own_handle_back(int handle)
    {
        Assert.Equal(handle, Call("unlend", Call("lend", handle)));
        Assert.Equal(handle, Call("unlend", Call("lend", Call("lend", handle))));
        Assert.Equal(handle, Call("unlend", handle));
    }

    [Fact]
    public void What_is_lent_cannot_be_given_away() => Assert.Throws<TrapException>(() => Call("give", Call("lend", 1)));

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(-1)]
    public void A_representation_that_no_handle_can_have_traps(int representation) => Assert.Throws<TrapException>(() => Call("new", representation));

    [Fact]
    public void Dropping_what_is_lent_does_nothing()
    {
        Assert.Equal(41, Call("drop", Call("new", 41)));
        Assert.Equal(0, Call("drop", Call("lend", Call("new", 41))));
    }

    /// <summary>Calls a function; "drop" returns what the destructor was called with, or 0.</summary>
    private static int Call(string name, int value)
    {
        Skiff.Wasm.Module module = new();
        PassedHandles handles = new(module);
        module.Export("lend", handles.Lend);
        module.Export("unlend", handles.Unlend);
        module.Export("give", handles.Give);
        module.Export("represent", handles.Represent);
        module.Export("new", handles.New);
        int dropped = 0;
        Skiff.Wasm.Function destructor = module.Import("test", "destroy", new Skiff.Wasm.Function(new Skiff.Wasm.FunctionType([Skiff.Wasm.ValType.I32])));
        module.Export("drop", handles.Destroy("thing", destructor));
        using MemoryStream bytes = new();
        module.Write(bytes);

        using Engine engine = new();
        using Module compiled = Module.FromBytes(engine, "handles", bytes.ToArray());
        using Wasmtime.Linker linker = new(engine);
        using Store store = new(engine);
        linker.DefineFunction("test", "destroy", (int representation) => { dropped = representation; });
        object? result = linker.Instantiate(store, compiled).GetFunction(name)!.Invoke(value);
        return result as int? ?? dropped;
    }
}
