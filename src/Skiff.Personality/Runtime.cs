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

    /// <summary><c>realloc</c>.</summary>
    [DllImport(Library, EntryPoint = "dlrealloc")]
    internal static extern void* Reallocate(void* memory, uint size);

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

    /// <summary>The collector's lists of blocks with free slots; of each kind one list for each size of slots.</summary>
    [DllImport(Library, EntryPoint = "skiff_major_blocks")]
    internal static extern MajorBlock*** MajorBlocks();

    /// <summary>How many sizes of slots there are.</summary>
    [DllImport(Library, EntryPoint = "skiff_major_block_sizes")]
    internal static extern uint MajorBlockSizes();

    /// <summary>Links the free slots of a block.</summary>
    [DllImport(Library, EntryPoint = "sweep_block")]
    internal static extern int Sweep(MajorBlock* block);

    /// <summary>Where ICU keeps the name of the environment's locale.</summary>
    [DllImport(Library, EntryPoint = "skiff_icu_locale")]
    internal static extern void** IcuLocale();

    /// <summary>C's <c>getenv</c> with a copy of the value as result.</summary>
    [DllImport(Library, EntryPoint = "monoeg_g_getenv")]
    internal static extern byte* GetVariable(byte* name);

    /// <summary>The resource of an assembly with a name, both by handles: null when there is none.</summary>
    [DllImport(Library, EntryPoint = "ves_icall_System_Reflection_RuntimeAssembly_GetManifestResourceInternal_raw")]
    internal static extern byte* GetManifestResource(void* assembly, void* name, uint* size, void* module);

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
    internal static extern InterpretedMethod* InterpretedMethod(RuntimeMethod* method);

    /// <summary>Makes the interpreter compile a method; an error is left for when it is called.</summary>
    [DllImport(Library, EntryPoint = "mono_interp_transform_method")]
    internal static extern void Compile(InterpretedMethod* method, InterpreterContext* context, void* error);

    /// <summary>Where the interpreter notes whether it compiles a method better only when that has been called often.</summary>
    [DllImport(Library, EntryPoint = "skiff_interpreter_tiers")]
    internal static extern byte* InterpreterTiers();

    /// <summary>The table of a class, which its objects refer to.</summary>
    [DllImport(Library, EntryPoint = "mono_class_vtable_checked")]
    internal static extern void* TableOfClass(void* type, void* error);

    /// <summary>Runs the static constructor of a class, given by its table, unless it has run; 0 with an error when it throws.</summary>
    [DllImport(Library, EntryPoint = "mono_runtime_class_init_full")]
    internal static extern int InitializeClass(void* table, void* error);

    /// <summary>Whether the runtime notes for each method that it compiles which instruction comes from which line.</summary>
    [DllImport(Library, EntryPoint = "mono_debug_enabled")]
    internal static extern int NotesLines();

    /// <summary>Frees what an error holds.</summary>
    [DllImport(Library, EntryPoint = "mono_error_cleanup")]
    internal static extern void ClearError(void* error);

    /// <summary>Frees a text that the runtime made.</summary>
    [DllImport(Library, EntryPoint = "monoeg_g_free")]
    internal static extern void FreeText(byte* text);

    /// <summary>The name of a type in one of the runtime's forms, a text that the caller frees.</summary>
    [DllImport(Library, EntryPoint = "mono_type_get_name_full")]
    internal static extern byte* NameOfType(void* type, int format);

    /// <summary>The type of a name: null when there is none.</summary>
    [DllImport(Library, EntryPoint = "mono_reflection_type_from_name_checked")]
    internal static extern void* TypeByName(byte* name, void* loadContext, void* image, void* error);

    /// <summary>Where assemblies are loaded when nothing else is said.</summary>
    [DllImport(Library, EntryPoint = "mono_alc_get_default")]
    internal static extern void* LoadContext();

    /// <summary>The class of a type.</summary>
    [DllImport(Library, EntryPoint = "mono_class_from_mono_type_internal")]
    internal static extern void* ClassOfType(void* type);

    /// <summary>The type of a class.</summary>
    [DllImport(Library, EntryPoint = "mono_class_get_type")]
    internal static extern void* TypeOfClass(void* type);

    /// <summary>The attributes of a class (ECMA-335, II.23.1.15).</summary>
    [DllImport(Library, EntryPoint = "mono_class_get_flags")]
    internal static extern uint ClassFlags(void* type);

    /// <summary>The type arguments of a class: null when it has none.</summary>
    [DllImport(Library, EntryPoint = "mono_class_get_context")]
    internal static extern GenericContext* ContextOfClass(void* type);

    /// <summary>The static constructor of a class: null when it has none.</summary>
    [DllImport(Library, EntryPoint = "mono_class_get_cctor")]
    internal static extern void* StaticConstructor(void* type);

    /// <summary>Where in a class the pointer to the loaded file lies that it is defined in.</summary>
    [DllImport(Library, EntryPoint = "skiff_class_image")]
    internal static extern uint ImageOffset();

    /// <summary>The simple name of the assembly of a loaded file.</summary>
    [DllImport(Library, EntryPoint = "mono_image_get_name")]
    internal static extern byte* ImageName(void* image);

    /// <summary>The method of a token: null when there is none.</summary>
    [DllImport(Library, EntryPoint = "mono_get_method_checked")]
    internal static extern void* MethodByToken(void* image, uint token, void* type, GenericContext* context, void* error);

    /// <summary>The type arguments of a method that has some or whose class has: else null.</summary>
    [DllImport(Library, EntryPoint = "mono_method_get_context")]
    internal static extern GenericContext* ContextOf(RuntimeMethod* method);

    /// <summary>Gives a generic method, or a method of a generic class, its type arguments: null when they do not fit.</summary>
    [DllImport(Library, EntryPoint = "mono_class_inflate_generic_method_checked")]
    internal static extern void* Instantiate(RuntimeMethod* method, GenericContext* context, void* error);

    /// <summary>A list of type arguments, which stays.</summary>
    [DllImport(Library, EntryPoint = "mono_metadata_get_generic_inst")]
    internal static extern void* NewGenericArguments(int count, void** arguments);

    /// <summary>The method that the runtime made another for; the method itself if it is none of the runtime's; or null.</summary>
    [DllImport(Library, EntryPoint = "mono_marshal_method_from_wrapper")]
    internal static extern void* MethodOfWrapper(RuntimeMethod* method);

    /// <summary>What the runtime makes to call a native function.</summary>
    [DllImport(Library, EntryPoint = "mono_marshal_get_native_wrapper")]
    internal static extern void* NativeWrapper(RuntimeMethod* method, int checksExceptions, int aheadOfTime);

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
