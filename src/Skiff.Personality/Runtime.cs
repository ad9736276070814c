using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// Functions of dotnet.native.wasm itself, bound by name when linking: its exports (`driver.c`, `runtime.c`) and its
/// C library.
/// </summary>
internal static unsafe class Runtime
{
    private const string Library = "runtime";

    /// <summary>Runs the constructors of the C library: its stack bounds, its copy of the environment.</summary>
    [DllImport(Library, EntryPoint = "__wasm_call_ctors")]
    internal static extern void CallConstructors();

    /// <summary>C's <c>malloc</c>: null when memory cannot grow.</summary>
    [DllImport(Library, EntryPoint = "malloc")]
    internal static extern void* Allocate(uint size);

    /// <summary>C's <c>free</c>.</summary>
    [DllImport(Library, EntryPoint = "free")]
    internal static extern void Free(void* memory);

    /// <summary>C's <c>fflush</c>; null flushes every stream.</summary>
    [DllImport(Library, EntryPoint = "fflush")]
    internal static extern int Flush(void* stream);

    /// <summary>Sets <c>errno</c> and returns -1 when <paramref name="result"/> is a negated errno; else returns it.</summary>
    [DllImport(Library, EntryPoint = "__syscall_ret")]
    internal static extern int SystemCallResult(int result);

    /// <summary>Hands ICU its data, which stays where it is; 0 when it is not ICU data.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_load_icu_data")]
    internal static extern int LoadIcuData(void* data);

    /// <summary>
    /// Makes an assembly known by its name, which is copied; one named `X.pdb` is the symbols of `X.dll`. The bytes stay
    /// where they are.
    /// </summary>
    [DllImport(Library, EntryPoint = "mono_wasm_add_assembly")]
    internal static extern int AddAssembly(byte* name, byte* content, uint size);

    /// <summary>Makes a satellite assembly known by its name and culture, which are copied.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_add_satellite_assembly")]
    internal static extern void AddSatelliteAssembly(byte* name, byte* culture, byte* content, uint size);

    /// <summary>Makes the runtime read the symbols of assemblies that have some, so that stack traces name source lines.</summary>
    [DllImport(Library, EntryPoint = "mono_debug_init")]
    internal static extern void ReadSymbols();

    /// <summary>The lowest address of the C stack.</summary>
    [DllImport(Library, EntryPoint = "skiff_stack_end")]
    internal static extern byte* StackEnd();

    /// <summary>The state of the heap.</summary>
    [DllImport(Library, EntryPoint = "skiff_heap_state")]
    internal static extern HeapState* HeapState();

    /// <summary>Where ICU keeps the name of the environment's locale.</summary>
    [DllImport(Library, EntryPoint = "skiff_icu_locale")]
    internal static extern void** IcuLocale();

    /// <summary>C's <c>getenv</c> with a copy of the value as result.</summary>
    [DllImport(Library, EntryPoint = "monoeg_g_getenv")]
    internal static extern byte* GetVariable(byte* name);

    /// <summary>The size of the time zone data.</summary>
    [DllImport(Library, EntryPoint = "skiff_zone_data_size")]
    internal static extern uint ZoneDataSize();

    /// <summary>Its size in the module.</summary>
    [DllImport(Library, EntryPoint = "skiff_zone_data_compressed_size")]
    internal static extern uint ZoneDataCompressedSize();

    /// <summary>Copies it from the module to memory, compressed.</summary>
    [DllImport(Library, EntryPoint = "skiff_copy_zone_data")]
    internal static extern void CopyZoneData(byte* target);

    /// <summary>The interpreter's state for this thread.</summary>
    [DllImport(Library, EntryPoint = "get_context")]
    internal static extern InterpreterContext* InterpreterContext();

    /// <summary>What the interpreter knows of a method.</summary>
    [DllImport(Library, EntryPoint = "mono_interp_get_imethod")]
    internal static extern void* InterpretedMethod(void* method);

    /// <summary>Makes the interpreter compile a method; an error is left for when it is called.</summary>
    [DllImport(Library, EntryPoint = "mono_interp_transform_method")]
    internal static extern void Compile(void* method, InterpreterContext* context, void* error);

    /// <summary>Makes this thread one that the collector has to wait for; what to give to <see cref="LeaveManaged"/>.</summary>
    [DllImport(Library, EntryPoint = "mono_threads_enter_gc_unsafe_region_unbalanced")]
    internal static extern void* EnterManaged(void** stack);

    /// <summary>Ends that.</summary>
    [DllImport(Library, EntryPoint = "mono_threads_exit_gc_unsafe_region_unbalanced")]
    internal static extern void LeaveManaged(void* cookie, void** stack);

    /// <summary>Sets what is free of the nursery, where objects begin, to zero.</summary>
    [DllImport(Library, EntryPoint = "sgen_clear_nursery_fragments")]
    internal static extern void ClearNursery();

    /// <summary>Makes ICU forget the locales that it made by themselves, the default one among them.</summary>
    [DllImport(Library, EntryPoint = "locale_cleanup()")]
    internal static extern int ForgetLocales();

    /// <summary>Makes ICU forget what it asked the environment for: the name of the default locale, the directory of its data.</summary>
    [DllImport(Library, EntryPoint = "putil_cleanup()")]
    internal static extern int ForgetPlatform();

    /// <summary>Starts the runtime with properties that <c>AppContext</c> will have.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_load_runtime")]
    internal static extern void LoadRuntime(int debugLevel, int propertyCount, byte** keys, byte** values);

    /// <summary>Sets what <c>Environment.GetCommandLineArgs</c> returns.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_set_main_args")]
    internal static extern void SetMainArguments(int count, byte** arguments);

    /// <summary>Loads an assembly by its simple name: null when there is none.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_assembly_load")]
    internal static extern void* LoadAssembly(byte* name);

    /// <summary>Finds a class of an assembly: null when there is none.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_assembly_find_class")]
    internal static extern void* FindClass(void* assembly, byte* @namespace, byte* name);

    /// <summary>Finds a method by name and number of parameters: null when there is none.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_assembly_find_method")]
    internal static extern void* FindMethod(void* type, byte* name, int parameters);

    /// <summary>Calls a static <c>void M(void*)</c>.</summary>
    [DllImport(Library, EntryPoint = "mono_wasm_invoke_jsexport")]
    internal static extern void Invoke(void* method, void* argument);

    /// <summary>Runs what the runtime queued for when it is idle: finalizers.</summary>
    [DllImport(Library, EntryPoint = "mono_background_exec")]
    internal static extern void RunBackgroundWork();
}
