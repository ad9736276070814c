using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// C++ exceptions, as Emscripten does them through JavaScript. Managed exceptions use none, and the interpreter throws
/// none; it only enters a <c>try</c> once in a while, to compile a dynamic method.
/// </summary>
internal static unsafe class Exceptions
{
    /// <summary><c>invoke_vi</c>: the body of a <c>try</c>, a function of one parameter. Nothing it calls can throw.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env.invoke_vi")]
    internal static void Invoke(delegate* unmanaged<int, void> body, int argument) => body(argument);

    [UnmanagedCallersOnly(EntryPoint = "env.__cxa_throw")]
    internal static void Throw(void* exception, void* type, void* destructor) => Process.Missing("__cxa_throw"u8);

    [UnmanagedCallersOnly(EntryPoint = "env.__resumeException")]
    internal static void Resume(void* exception) => Process.Missing("__resumeException"u8);

    [UnmanagedCallersOnly(EntryPoint = "env.__cxa_find_matching_catch_3")]
    internal static void* FindCatch(void* type)
    {
        Process.Missing("__cxa_find_matching_catch_3"u8);
        return null;
    }

    [UnmanagedCallersOnly(EntryPoint = "env.__cxa_begin_catch")]
    internal static void* BeginCatch(void* exception)
    {
        Process.Missing("__cxa_begin_catch"u8);
        return null;
    }

    [UnmanagedCallersOnly(EntryPoint = "env.__cxa_end_catch")]
    internal static void EndCatch() => Process.Missing("__cxa_end_catch"u8);

    [UnmanagedCallersOnly(EntryPoint = "env.llvm_eh_typeid_for")]
    internal static int TypeId(void* type) => 0;
}
