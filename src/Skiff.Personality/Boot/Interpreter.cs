using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// The interpreter compiles a method when it is first called; it can be made to before. Compiling runs none of the
/// program then: neither does it call static constructors, nor does it take a method whose first call has to.
/// </summary>
internal static unsafe class Interpreter
{
    /// <summary>More than the size of the runtime's <c>MonoError</c>, which is empty when it is zero.</summary>
    private const int ErrorSize = 256;

    // ECMA-335, II.23.1.15.
    private const uint BeforeFieldInit = 0x0010_0000;

    /// <summary>The class of a method that is being compiled and that nobody has called, or null.</summary>
    private static void* _ahead;

    /// <summary>Whether what is compiled has no symbols, so that nobody can ask which line it comes from.</summary>
    private static bool _hasNoSymbols;

    /// <summary><c>mono_interp_transform_method</c>: compiles a method.</summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.mono_interp_transform_method")]
    internal static void Transform(InterpretedMethod* method, InterpreterContext* context, void* error)
    {
        Training.Note(method->Method);
        Runtime.Compile(method, context, error);
    }

    /// <summary>
    /// <c>mono_runtime_class_init_full</c>: runs a type's static constructor unless it has run. Compiled code asks for that
    /// itself wherever it uses the type's fields. What the runtime runs to compile, such as what looks for a library, needs the
    /// static constructors of other types.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.mono_runtime_class_init_full")]
    internal static int InitializeClass(void* table, uint* error)
    {
        if (_ahead != null && ClassOfTable(table) == _ahead)
        {
            *error = 0;
            return 1;
        }

        return Runtime.InitializeClass(table, error);
    }

    /// <summary><c>mono_debug_enabled</c>: whether to note which instruction comes from which line.</summary>
    [UnmanagedCallersOnly(EntryPoint = "runtime.mono_debug_enabled")]
    internal static int NotesLines() => _hasNoSymbols ? 0 : Runtime.NotesLines();

    /// <summary>Makes the interpreter compile a method, whose class needs no static constructor to run before.</summary>
    [UnmanagedCallersOnly]
    internal static void Compile(RuntimeMethod* method)
    {
        byte* error = stackalloc byte[ErrorSize];
        Text.Clear(error, ErrorSize);
        void* stack;
        void* cookie = Runtime.EnterManaged(&stack);
        Compile(method, error);
        Runtime.LeaveManaged(cookie, &stack);
    }

    /// <summary>
    /// Makes the interpreter compile the methods of a list (<see cref="MethodList"/>) as well as it can. What cannot be
    /// compiled is left for when it is called.
    /// </summary>
    internal static void CompileAll(byte* list)
    {
        Check();
        byte* error = stackalloc byte[ErrorSize];
        void* stack;
        void* cookie = Runtime.EnterManaged(&stack);
        byte* tiers = Runtime.InterpreterTiers();
        byte previous = *tiers;
        *tiers = 0;
        _hasNoSymbols = true;
        byte* position = CompilePart(list, error);
        _hasNoSymbols = false;
        _ = CompilePart(position, error);
        *tiers = previous;
        Runtime.LeaveManaged(cookie, &stack);
    }

    private static byte* CompilePart(byte* position, byte* error)
    {
        while (*position != 0)
        {
            Text.Clear(error, ErrorSize);
            RuntimeMethod* method = MethodList.Read(&position, error);
            if (method != null && !NeedsConstructor(method))
            {
                _ahead = method->Class;
                Compile(method, error);
                _ahead = null;
            }

            Runtime.ClearError(error);
        }

        return position + 1;
    }

    /// <summary>The class that a table is of: what it begins with (<c>MonoVTable</c> in class-internals.h).</summary>
    private static void* ClassOfTable(void* table) => *(void**)table;

    private static void Compile(RuntimeMethod* method, byte* error) =>
        Runtime.Compile(Runtime.InterpretedMethod(method), Runtime.InterpreterContext(), error);

    /// <summary>Whether the first call of a method is what runs the static constructor of its type.</summary>
    private static bool NeedsConstructor(RuntimeMethod* method)
    {
        void* constructor = Runtime.StaticConstructor(method->Class);
        return constructor != null && constructor != method && (Runtime.ClassFlags(method->Class) & BeforeFieldInit) == 0;
    }

    /// <summary>Makes sure that the runtime's structures are what this personality knows.</summary>
    private static void Check()
    {
        void* library = Runtime.LoadAssembly(Text.Of("System.Private.CoreLib"u8));
        void* type = Runtime.FindClass(library, Text.Of("Skiff.Runtime"u8), Text.Of("Boot"u8));
        RuntimeMethod* method = (RuntimeMethod*)Runtime.FindMethod(type, Text.Of("RunSnapshot"u8), 1);
        byte* error = stackalloc byte[ErrorSize];
        Text.Clear(error, ErrorSize);
        if (method->Class != type
            || ClassOfTable(Runtime.TableOfClass(type, error)) != type
            || method->Token >> 24 != RuntimeMethod.TokenTable
            || ((InterpretedMethod*)Runtime.InterpretedMethod(method))->Method != method
            || !Text.Equal(Runtime.ImageName(RuntimeMethod.ImageOf(type)), Text.Of("System.Private.CoreLib"u8)))
        {
            Boot.Fail("the runtime keeps its methods differently from what this personality knows; use the runtime pack that it came in"u8);
        }
    }
}
