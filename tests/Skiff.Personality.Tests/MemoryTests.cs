namespace Skiff.Personality.Tests;

public sealed unsafe class MemoryTests : PersonalityTest
{
    private const uint MiB = 1 << 20;

    [Fact]
    public void Memory_grows_by_a_fifth_when_little_is_asked_for()
    {
        (Wasm.Pages, Wasm.Maximum) = (500, 32768);
        Assert.Equal(1, Resize((501 * Wasm.PageSize) - 1));
        Assert.Equal(600U, Wasm.Pages);
        Assert.Equal(1, Resize(600 * Wasm.PageSize));
        Assert.Equal(600U, Wasm.Pages);
    }

    [Fact]
    public void What_is_asked_for_comes_first()
    {
        (Wasm.Pages, Wasm.Maximum) = (500, 32768);
        Assert.Equal(1, Resize(1024 * MiB));
        Assert.Equal(16384U, Wasm.Pages);
    }

    [Fact]
    public void The_last_page_below_the_maximum_can_be_had()
    {
        (Wasm.Pages, Wasm.Maximum) = (32000, 32768);
        Assert.Equal(1, Resize(32768U * Wasm.PageSize));
        Assert.Equal(32768U, Wasm.Pages);
        Assert.Equal(0, Resize((32768U * Wasm.PageSize) + 1));
    }

    [Fact]
    public void Memory_grows_past_2_GiB_where_the_module_allows_it()
    {
        (Wasm.Pages, Wasm.Maximum) = (32768, 65536);
        Assert.Equal(1, Resize(3072U * MiB));
        Assert.Equal(49152U, Wasm.Pages);
        Assert.Equal(1, Resize(uint.MaxValue - Wasm.PageSize));
        Assert.Equal(Memory.MaximumPages, Wasm.Pages);
        Assert.Equal(0, Resize(uint.MaxValue));
        Assert.Equal(0xFFFF0000U, ((delegate* unmanaged<uint>)&Memory.HeapMaximum)());
    }

    [Fact]
    public void Entropy_comes_in_pieces_that_any_host_gives()
    {
        byte[] buffer = new byte[200_000];
        fixed (byte* start = buffer)
        {
            Assert.Equal(0, ((delegate* unmanaged<byte*, uint, int>)&Random.Entropy)(start, 200_000));
        }

        Assert.Contains(buffer[190_000..], value => value != 0);
    }

    private static int Resize(uint size) => ((delegate* unmanaged<uint, int>)&Memory.ResizeHeap)(size);
}
