using Skiff.Wasm;

namespace Skiff.Linker.Interop;

/// <summary>The runtime's own functions that calls to and from the host go through, found by name.</summary>
internal sealed class RuntimeFunctions
{
    private const string RootPrefix = "skiff.interop.";

    private readonly Module _module;

    /// <summary>Finds the functions and makes sure that they are of the types that are known.</summary>
    /// <exception cref="AppLinkException">The runtime lacks one, or it has another type.</exception>
    public RuntimeFunctions(Module module)
    {
        _module = module;
        LoadLibrary = Get("wasm_dl_load", 4, ValType.I32);
        FindSymbol = Get("wasm_dl_symbol", 4, ValType.I32);
        FindCaller = Get("mono_wasm_interp_to_native_callback", 1, ValType.I32);
        FindCallee = Get("get_native_to_interp", 2, ValType.I32);
        CompareText = Get("strcmp", 2, ValType.I32);
        Int32Argument = Get("mono_wasm_interp_method_args_get_iarg", 2, ValType.I32);
        Int64Argument = Get("mono_wasm_interp_method_args_get_larg", 2, ValType.I64);
        Float32Argument = Get("mono_wasm_interp_method_args_get_farg", 2, ValType.F32);
        Float64Argument = Get("mono_wasm_interp_method_args_get_darg", 2, ValType.F64);
        LoadAssembly = Get("mono_wasm_assembly_load", 1, ValType.I32);
        FindClass = Get("mono_wasm_assembly_find_class", 3, ValType.I32);
        FindMethod = Get("mono_wasm_assembly_find_method", 3, ValType.I32);
        WrapMethod = Get("mono_marshal_get_managed_wrapper", 3, ValType.I32);
        CompileMethod = Get("mono_compile_method_checked", 2, ValType.I32);
        ResultOffset = FindResultOffset();
    }

    /// <summary>(name, flags, error, data) → handle of a library, or 0.</summary>
    public Function LoadLibrary { get; }

    /// <summary>(handle, name, error, data) → table slot of a function, or 0.</summary>
    public Function FindSymbol { get; }

    /// <summary>(signature) → table slot of what calls native functions of that signature, or 0.</summary>
    public Function FindCaller { get; }

    /// <summary>(method, descriptor) → table slot of what calls the managed method, or 0.</summary>
    public Function FindCallee { get; }

    /// <summary>(text, text) → 0 if they are equal.</summary>
    public Function CompareText { get; }

    /// <summary>(arguments, index) → an <c>i32</c> of a call.</summary>
    public Function Int32Argument { get; }

    /// <summary>(arguments, index) → an <c>i64</c>, which takes two indices of <see cref="Int32Argument"/>.</summary>
    public Function Int64Argument { get; }

    /// <summary>(arguments, index) → an <c>f32</c>; floats have indices of their own.</summary>
    public Function Float32Argument { get; }

    /// <summary>(arguments, index) → an <c>f64</c>.</summary>
    public Function Float64Argument { get; }

    /// <summary>(name) → assembly.</summary>
    public Function LoadAssembly { get; }

    /// <summary>(assembly, namespace, name) → class.</summary>
    public Function FindClass { get; }

    /// <summary>(class, name, number of parameters) → method.</summary>
    public Function FindMethod { get; }

    /// <summary>(method, delegate class, error) → the method to call from native code.</summary>
    public Function WrapMethod { get; }

    /// <summary>(method, error) → its address.</summary>
    public Function CompileMethod { get; }

    /// <summary>Where in the arguments of a call the address for its result is.</summary>
    public uint ResultOffset { get; }

    /// <summary>Exports the functions, so that all that they need stays in the module while the exports do.</summary>
    public void KeepByExports()
    {
        foreach (Function function in (Function[])
            [LoadLibrary, FindSymbol, FindCaller, FindCallee, CompareText, Int32Argument, Int64Argument, Float32Argument, Float64Argument,
            LoadAssembly, FindClass, FindMethod, WrapMethod, CompileMethod])
        {
            _module.Export($"{RootPrefix}{function.Name}", function);
        }
    }

    private Function Get(string name, int parameters, ValType result)
    {
        Function function = _module.FindFunction(name) ?? throw Moved($"it has no function {name}");
        return function.Type is { Parameters: var given, Results: [var type] } && type == result
            && given.Length == parameters && given.All(parameter => parameter == ValType.I32)
            ? function
            : throw Moved($"its function {name} is of type {function.Type}");
    }

    /// <summary>The runtime's own caller for functions without parameters shows it: <c>wasm_invoke_i</c> stores through that address.</summary>
    private uint FindResultOffset()
    {
        foreach (Instruction instruction in _module.FindFunction("wasm_invoke_i")?.Body ?? [])
        {
            if (instruction.Opcode == Opcode.I32Load)
            {
                return (uint)instruction.MemoryArgument.Offset;
            }
        }

        throw Moved("its function wasm_invoke_i does not read where the result of a call goes");
    }

    private static AppLinkException Moved(string what) => new(
        LinkError.InvalidRuntimePack, $"the runtime calls native code in another way than this linker knows: {what}; take the runtime pack of this linker's own version");
}
