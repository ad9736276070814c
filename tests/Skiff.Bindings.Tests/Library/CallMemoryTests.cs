using System.Runtime.InteropServices;
using System.Text;
using Skiff.Interop;

namespace Skiff.Bindings.Tests.Library;

/// <summary>The memory of parameters and results.</summary>
public sealed unsafe class CallMemoryTests
{
    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("grüße 😀")]
    [InlineData("\0")]
    public void A_string_is_written_as_utf8_and_read_back(string text)
    {
        byte* stack = stackalloc byte[CallMemory.StackSize];
        CallMemory memory = new(stack);
        foreach (int repetitions in (int[])[1, 10, 100, 1000, 10000])
        {
            string repeated = string.Concat(Enumerable.Repeat(text, repetitions));
            Slice slice = memory.Text(repeated);
            Assert.Equal(repeated, Encoding.UTF8.GetString(slice.Pointer, slice.Length));
        }

        memory.Free();
    }

    [Fact]
    public void What_is_no_character_becomes_the_replacement()
    {
        byte* stack = stackalloc byte[CallMemory.StackSize];
        CallMemory memory = new(stack);
        Slice slice = memory.Text("a\ud800b");

        Assert.Equal("a\ufffdb", Encoding.UTF8.GetString(slice.Pointer, slice.Length));
        memory.Free();
    }

    [Fact]
    public void No_string_is_an_error_that_names_it()
    {
        CallMemory memory = default;

        Assert.Throws<ArgumentNullException>("text", () => memory.Text(null!));
    }

    [Fact]
    public void Blocks_are_aligned_and_do_not_overlap()
    {
        byte* stack = stackalloc byte[CallMemory.StackSize + 1];
        CallMemory memory = new(stack + 1);
        List<(long Address, int Size)> blocks = [];
        for (int size = 0; size < 3000; size += 7)
        {
            byte* block = memory.Allocate(size);
            new Span<byte>(block, size).Fill(0xAA);
            blocks.Add(((long)block, size));
        }

        Assert.All(blocks, block => Assert.Equal(0, block.Address % 8));
        (long Address, int Size)[] sorted = [.. blocks.Where(block => block.Size > 0).OrderBy(block => block.Address)];
        Assert.All(sorted.Zip(sorted.Skip(1)), pair => Assert.True(pair.First.Address + pair.First.Size <= pair.Second.Address));
        memory.Free();
    }

    [Fact]
    public void A_list_is_copied_as_a_block()
    {
        byte* stack = stackalloc byte[CallMemory.StackSize];
        CallMemory memory = new(stack);
        Slice slice = memory.List<int>([1, -2, 3]);

        Assert.Equal([1, -2, 3], new ReadOnlySpan<int>(slice.Pointer, slice.Length).ToArray());
        Assert.Equal(0, memory.List<int>([]).Length);
        memory.Free();
    }

    [Theory]
    [InlineData(new byte[] { 1, 2 })]
    [InlineData(new byte[] { 1, 2, 3, 4 })]
    public void A_list_of_a_fixed_length_has_that_length(byte[] key)
    {
        byte* stack = stackalloc byte[CallMemory.StackSize];

        string message = Assert.Throws<ArgumentException>(() => CallMemory.Copy(key, stack, 3)).Message;

        Assert.Equal($"`key.Length` is {key.Length}, but the list has 3 elements, no more and no less.", message);
    }

    [Fact]
    public void What_is_lifted_is_freed_and_what_is_empty_has_no_memory()
    {
        byte* bytes = (byte*)NativeMemory.Alloc(3);
        "abc"u8.CopyTo(new Span<byte>(bytes, 3));

        Assert.Equal("abc", Lift.Text(bytes, 3));
        Assert.Equal("", Lift.Text((byte*)1, 0));
        Assert.Empty(Lift.List<long>((byte*)8, 0));
    }

    [Fact]
    public void A_result_frees_all_that_it_refers_to()
    {
        CallMemory memory = default;
        byte* result = CallMemory.AllocateResult(2 * sizeof(nint));
        memory.Text(new string('x', 5000)).Store(result);
        byte* returned = memory.Return(result);

        Assert.True(returned == result);
        Assert.Equal(5000, Slice.Load(returned).Length);
        CallMemory.FreeResult(returned);
    }
}
