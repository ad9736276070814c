namespace Skiff.Personality.Tests.Boot;

public sealed unsafe class DeadMemoryTests : PersonalityTest
{
    private static int Word => sizeof(nuint);

    [Fact]
    public void Free_chunks_are_cleared_behind_their_links()
    {
        FakeHeap heap = new((64, true), (128, false), (96, true), (512, false), (64, true), (1024, false));
        Runtime.Heap = heap;
        DeadMemory.Clear();
        Assert.True(heap.IsUntouched(2 * Word, 64));
        Assert.True(heap.IsUntouched(64 + (2 * Word), 64 + (4 * Word)));
        Assert.True(heap.IsClear(64 + (4 * Word), 192));
        Assert.True(heap.IsUntouched(192 + (2 * Word), 288));
        Assert.True(heap.IsUntouched(288 + (2 * Word), 288 + sizeof(HeapChunk) - Word));
        Assert.True(heap.IsClear(288 + sizeof(HeapChunk), 800));
        Assert.True(heap.IsUntouched(800 + (2 * Word), 864));
        Assert.True(heap.IsClear(864 + (2 * Word), 1888));
        Assert.True(heap.IsUntouched(1888, 4096));
    }

    [Fact]
    public void A_heap_of_another_form_is_not_touched()
    {
        Runtime.Heap = new FakeHeap((64, true), (8, false), (64, true), (1024, false));
        Assert.Equal(2, Assert.Throws<ExitException>(DeadMemory.Clear).Code);
        Assert.StartsWith("skiff: the C library keeps its heap differently", Host.Errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_interpreter_s_stack_is_cleared_above_what_is_in_use()
    {
        DeadMemory.Clear();
        ReadOnlySpan<byte> stack = new(Runtime.InterpreterStack, 1 << 20);
        Assert.Equal(-1, stack[..(1 << 19)].IndexOfAnyExcept((byte)0xA5));
        Assert.Equal(-1, stack[(1 << 19)..].IndexOfAnyExcept((byte)0));
    }

    [Fact]
    public void An_interpreter_of_another_form_is_refused()
    {
        Runtime.InterpreterContext()->StackPointer = null;
        Assert.Equal(2, Assert.Throws<ExitException>(DeadMemory.Clear).Code);
        Assert.StartsWith("skiff: the interpreter keeps its stack differently", Host.Errors.ToString(), StringComparison.Ordinal);
    }
}
