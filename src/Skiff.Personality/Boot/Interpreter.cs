using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The interpreter compiles a method when it is first called; it can be made to before.</summary>
internal static unsafe class Interpreter
{
    /// <summary>More than the size of the runtime's <c>MonoError</c>, which is empty when it is zero.</summary>
    private const int ErrorSize = 256;

    /// <summary>Makes the interpreter compile a method, whose class needs no static constructor to run before.</summary>
    [UnmanagedCallersOnly]
    internal static void Compile(void* method)
    {
        byte* error = stackalloc byte[ErrorSize];
        Text.Clear(error, ErrorSize);
        void* stack;
        void* cookie = Runtime.EnterManaged(&stack);
        Runtime.Compile(Runtime.InterpretedMethod(method), Runtime.InterpreterContext(), error);
        Runtime.LeaveManaged(cookie, &stack);
    }
}
