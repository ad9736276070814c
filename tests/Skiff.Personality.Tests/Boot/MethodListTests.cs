using System.Runtime.InteropServices;
using System.Text;

namespace Skiff.Personality.Tests.Boot;

/// <summary>What one process notes of a method is enough for another to find it.</summary>
public sealed unsafe class MethodListTests : PersonalityTest, IDisposable
{
    private const int Capacity = 1024;
    private const uint BeforeFieldInit = 0x0010_0000;

    private readonly byte* _memory = (byte*)NativeMemory.AllocZeroed(Capacity);

    public void Dispose() => NativeMemory.Free(_memory);

    [Fact]
    public void A_method_is_found_by_what_was_noted()
    {
        RuntimeMethod* method = Runtime.NewMethod(Runtime.NewType("T, A"), 0x0600_01ab);

        Assert.Equal("T, A\0M060001ab\0\0", Note(method));
        Assert.Equal((nint)method, Read());
    }

    [Fact]
    public void Type_arguments_of_types_and_methods_are_part_of_it()
    {
        nint text = (nint)Runtime.NewType("String, L"), number = (nint)Runtime.NewType("Int32, L");
        RuntimeMethod* definition = Runtime.NewMethod(Runtime.NewType("T`1, A"), 0x0600_0001);
        void* type = Runtime.NewType("T`1[[String, L]], A", text);
        RuntimeMethod* ofType = Runtime.NewInstance(type, definition), ofBoth = Runtime.NewInstance(type, definition, number, text);

        Assert.Equal("T`1[[String, L]], A\0M06000001\0\0", Note(ofType));
        Assert.Equal((nint)ofType, Read());
        Assert.Equal("T`1[[String, L]], A\0M06000001\0Int32, L\0String, L\0\0", Note(ofBoth));
        Assert.Equal((nint)ofBoth, Read());
    }

    [Fact]
    public void The_call_of_a_native_method_is_noted_by_that()
    {
        const ushort pInvokeImpl = 0x2000;
        RuntimeMethod* native = Runtime.NewMethod(Runtime.NewType("T, A"), 0x0600_0002, pInvokeImpl);
        RuntimeMethod* wrapper = Runtime.NewWrapper(native);

        Assert.Equal("T, A\0N06000002\0\0", Note(wrapper));
        Assert.Equal((nint)wrapper, Read());
    }

    [Fact]
    public void What_only_one_process_has_is_not_noted()
    {
        void* type = Runtime.NewType("T, A");

        Assert.Equal("", Note(Runtime.NewMethod(type, 0)));
        Assert.Equal("", Note(Runtime.NewWrapper(Runtime.NewMethod(type, 0x0600_0003))));
    }

    [Fact]
    public void What_does_not_fit_is_left_out_and_so_is_what_follows()
    {
        RuntimeMethod* method = Runtime.NewMethod(Runtime.NewType("T, A"), 0x0600_0001);

        Assert.Equal("T, A\0M06000001\0\0", Note(32, method, method, method));
    }

    [Fact]
    public void An_unknown_type_or_method_is_none_and_does_not_hide_the_next()
    {
        RuntimeMethod* method = Runtime.NewMethod(Runtime.NewType("T, A"), 0x0600_0001);
        Put("U, A\0M06000001\0\0T, A\0M06000009\0\0T, A\0M06000001\0U, A\0\0T, A\0M06000001\0\0");
        byte* position = _memory;
        byte* error = stackalloc byte[256];

        nint[] found = new nint[4];
        for (int i = 0; i < found.Length; i++)
        {
            found[i] = (nint)MethodList.Read(&position, error);
        }

        Assert.Equal([0, 0, 0, (nint)method], found);
    }

    [Fact]
    public void Methods_are_compiled_without_running_anything_and_the_second_part_with_lines()
    {
        void* type = Runtime.NewType("T, A"), lazy = Runtime.NewType("Lazy, A", BeforeFieldInit), strict = Runtime.NewType("Strict, A", 0u);
        RuntimeMethod* first = Runtime.NewMethod(type, 0x0600_0001), second = Runtime.NewMethod(lazy, 0x0600_0002);
        Runtime.SetStaticConstructor(lazy, Runtime.NewMethod(lazy, 0x0600_0003));
        Runtime.NewMethod(strict, 0x0600_0004);
        RuntimeMethod* constructor = Runtime.NewMethod(strict, 0x0600_0005);
        Runtime.SetStaticConstructor(strict, constructor);
        Put("T, A\0M06000001\0\0Strict, A\0M06000004\0\0Strict, A\0M06000005\0\0U, A\0M06000001\0\0\0Lazy, A\0M06000002\0\0\0");

        Interpreter.CompileAll(_memory);

        Assert.Equal([((nint)first, false, false, false), ((nint)constructor, false, false, false), ((nint)second, true, false, false)], Runtime.Compiled);
        Assert.Equal(1, *Runtime.InterpreterTiers());
        delegate* unmanaged<RuntimeMethod*, void> compile = &Interpreter.Compile;
        compile(first);
        Assert.Equal(((nint)first, true, true, true), Runtime.Compiled[^1]);
    }

    [Fact]
    public void Training_notes_what_the_interpreter_compiles()
    {
        RuntimeMethod* method = Runtime.NewMethod(Runtime.NewType("T, A"), 0x0600_0001);
        delegate* unmanaged<InterpretedMethod*, InterpreterContext*, void*, void> transform = &Interpreter.Transform;
        byte* notes = Training.AllocateNotes(Capacity);

        transform(Runtime.InterpretedMethod(method), null, null);
        Assert.Equal(0, *(int*)notes);
        Training.Begin();
        transform(Runtime.InterpretedMethod(method), null, null);
        Training.End();

        Assert.Equal("T, A\0M06000001\0\0", Encoding.UTF8.GetString(notes + sizeof(int), *(int*)notes));
        Assert.Equal(2, Runtime.Compiled.Count);
    }

    private void Put(string list)
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(list), 0];
        bytes.CopyTo(new Span<byte>(_memory, Capacity));
    }

    private nint Read()
    {
        byte* error = stackalloc byte[256];
        byte* position = _memory;
        return (nint)MethodList.Read(&position, error);
    }

    private string Note(RuntimeMethod* method) => Note(Capacity, method);

    private string Note(int capacity, RuntimeMethod* method, RuntimeMethod* next = null, RuntimeMethod* last = null)
    {
        Buffer buffer = new() { Start = _memory, Capacity = (uint)capacity };
        MethodList.Write(&buffer, method);
        for (int i = 0; i < 2; i++)
        {
            RuntimeMethod* other = i == 0 ? next : last;
            if (other != null)
            {
                MethodList.Write(&buffer, other);
            }
        }

        return Encoding.UTF8.GetString(_memory, (int)buffer.Length);
    }
}
