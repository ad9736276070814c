using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Types and methods as the runtime has them: a type is its image and its flags, and has a name.</summary>
internal static unsafe partial class Runtime
{
    private static readonly Dictionary<string, nint> _types = [];
    private static readonly Dictionary<nint, nint> _constructors = [];
    private static readonly Dictionary<string, nint> _instances = [];
    private static readonly Dictionary<string, nint> _arguments = [];
    private static readonly Dictionary<nint, nint> _contexts = [];
    private static readonly Dictionary<nint, nint> _wrapped = [];
    private static readonly Dictionary<nint, nint> _wrappers = [];
    private static readonly byte* _tiers = (byte*)NativeMemory.AllocZeroed(1);
    private static void* _boot;

    /// <summary>The names of assemblies' images.</summary>
    private static readonly Dictionary<string, nint> _images = [];

    /// <summary>Adds a type by its assembly-qualified name.</summary>
    /// <returns>The type, which is its own class.</returns>
    internal static void* NewType(string name, uint flags = 0)
    {
        nint* type = (nint*)NativeMemory.AllocZeroed(2, (nuint)sizeof(nint));
        string assembly = name[(name.LastIndexOf(',') + 2)..];
        if (!_images.TryGetValue(assembly, out type[0]))
        {
            type[0] = _images[assembly] = Marshal.StringToCoTaskMemUTF8(assembly);
        }

        type[1] = (nint)flags;
        _types[name] = (nint)type;
        return type;
    }

    /// <summary>Gives a type type arguments.</summary>
    internal static void* NewType(string name, params nint[] arguments)
    {
        void* type = NewType(name);
        _contexts[(nint)type] = NewContext(Arguments(arguments), null);
        return type;
    }

    /// <summary>Adds a method.</summary>
    internal static RuntimeMethod* NewMethod(void* type, uint token, ushort flags = 0)
    {
        RuntimeMethod* method = (RuntimeMethod*)NativeMemory.AllocZeroed((nuint)sizeof(RuntimeMethod));
        method->Class = type;
        method->Token = token;
        method->Flags = flags;
        _instances[$"{*(nint*)type} {token}"] = (nint)method;
        return method;
    }

    /// <summary>Adds a method that has type arguments, or whose type has.</summary>
    internal static RuntimeMethod* NewInstance(void* type, RuntimeMethod* definition, params nint[] arguments)
    {
        RuntimeMethod* method = (RuntimeMethod*)NativeMemory.AllocZeroed((nuint)sizeof(RuntimeMethod));
        method->Class = type;
        method->Token = definition->Token;
        GenericContext* ofClass = ContextOfClass(type);
        nint context = NewContext(ofClass == null ? null : ofClass->OfClass, arguments.Length == 0 ? null : Arguments(arguments));
        _contexts[(nint)method] = context;
        _instances[InstanceKey(definition, (GenericContext*)context)] = (nint)method;
        return method;
    }

    /// <summary>Adds what the runtime makes to call a native method.</summary>
    internal static RuntimeMethod* NewWrapper(RuntimeMethod* native)
    {
        RuntimeMethod* method = (RuntimeMethod*)NativeMemory.AllocZeroed((nuint)sizeof(RuntimeMethod));
        method->Class = native->Class;
        _wrapped[(nint)method] = (nint)native;
        _wrappers[(nint)native] = (nint)method;
        return method;
    }

    /// <summary>Gives a type a static constructor.</summary>
    internal static void SetStaticConstructor(void* type, RuntimeMethod* constructor) => _constructors[(nint)type] = (nint)constructor;

    /// <summary>The methods that were compiled, in order, with whether lines were noted and types were initialized meanwhile.</summary>
    internal static List<(nint Method, bool Lines, bool Initializes, bool Tiers)> Compiled { get; } = [];

    internal static InterpretedMethod* InterpretedMethod(RuntimeMethod* method)
    {
        InterpretedMethod* interpreted = (InterpretedMethod*)NativeMemory.AllocZeroed((nuint)sizeof(InterpretedMethod));
        interpreted->Method = method;
        return interpreted;
    }

    internal static void Compile(InterpretedMethod* method, InterpreterContext* context, void* error)
    {
        Calls.Add("compile");
        uint* none = stackalloc uint[1];
        delegate* unmanaged<int> notesLines = &Interpreter.NotesLines;
        delegate* unmanaged<void*, uint*, int> initialize = &Interpreter.InitializeClass;
        bool lines = notesLines() != 0;
        int count = Calls.Count;
        _ = initialize(TableOfClass(method->Method->Class, none), none);
        bool initializes = Calls.Count > count;
        Compiled.Add(((nint)method->Method, lines, initializes, *_tiers != 0));
    }

    internal static byte* InterpreterTiers() => _tiers;

    /// <summary>A table begins with its class.</summary>
    internal static void* TableOfClass(void* type, void* error)
    {
        nint* table = (nint*)NativeMemory.AllocZeroed(1, (nuint)sizeof(nint));
        *table = (nint)type;
        return table;
    }

    internal static int InitializeClass(void* table, void* error)
    {
        Calls.Add("initialize");
        return 1;
    }

    internal static int NotesLines() => 1;

    internal static void ClearError(void* error)
    {
    }

    internal static void FreeText(byte* text) => Marshal.FreeCoTaskMem((nint)text);

    internal static byte* NameOfType(void* type, int format)
    {
        Assert.Equal(3, format);
        return (byte*)Marshal.StringToCoTaskMemUTF8(_types.Single(item => item.Value == (nint)type).Key);
    }

    internal static void* TypeByName(byte* name, void* loadContext, void* image, void* error) =>
        (void*)_types.GetValueOrDefault(Marshal.PtrToStringUTF8((nint)name)!);

    internal static void* LoadContext() => null;

    internal static void* ClassOfType(void* type) => type;

    internal static void* TypeOfClass(void* type) => type;

    internal static uint ClassFlags(void* type) => (uint)((nint*)type)[1];

    internal static GenericContext* ContextOfClass(void* type) => (GenericContext*)_contexts.GetValueOrDefault((nint)type);

    internal static void* StaticConstructor(void* type) => (void*)_constructors.GetValueOrDefault((nint)type);

    internal static uint ImageOffset() => 0;

    internal static byte* ImageName(void* image) => (byte*)image;

    internal static void* MethodByToken(void* image, uint token, void* type, GenericContext* context, void* error) =>
        (void*)_instances.GetValueOrDefault($"{(nint)image} {token}");

    internal static GenericContext* ContextOf(RuntimeMethod* method) => (GenericContext*)_contexts.GetValueOrDefault((nint)method);

    internal static void* Instantiate(RuntimeMethod* method, GenericContext* context, void* error) =>
        (void*)_instances.GetValueOrDefault(InstanceKey(method, context));

    internal static void* NewGenericArguments(int count, void** arguments) => Arguments(new ReadOnlySpan<nint>(arguments, count));

    internal static void* MethodOfWrapper(RuntimeMethod* method) =>
        (void*)_wrapped.GetValueOrDefault((nint)method, (nint)method);

    internal static void* NativeWrapper(RuntimeMethod* method, int checksExceptions, int aheadOfTime) =>
        (void*)_wrappers.GetValueOrDefault((nint)method);

    private static void ForgetMethods()
    {
        _types.Clear();
        _constructors.Clear();
        _instances.Clear();
        _arguments.Clear();
        _contexts.Clear();
        _wrapped.Clear();
        _wrappers.Clear();
        _images.Clear();
        Compiled.Clear();
        *_tiers = 1;
        _boot = NewType("Skiff.Runtime.Boot, System.Private.CoreLib");
    }

    /// <summary>The same arguments are the same list.</summary>
    private static GenericArguments* Arguments(ReadOnlySpan<nint> types)
    {
        string key = string.Join(' ', types.ToArray());
        if (!_arguments.TryGetValue(key, out nint list))
        {
            list = (nint)NativeMemory.AllocZeroed((nuint)(sizeof(GenericArguments) + (types.Length * sizeof(nint))));
            ((GenericArguments*)list)->CountAndFlags = (uint)types.Length | (1u << 31);
            types.CopyTo(new Span<nint>((GenericArguments*)list + 1, types.Length));
            _arguments.Add(key, list);
        }

        return (GenericArguments*)list;
    }

    private static nint NewContext(GenericArguments* ofClass, GenericArguments* ofMethod)
    {
        GenericContext* context = (GenericContext*)NativeMemory.AllocZeroed((nuint)sizeof(GenericContext));
        context->OfClass = ofClass;
        context->OfMethod = ofMethod;
        return (nint)context;
    }

    private static string InstanceKey(RuntimeMethod* definition, GenericContext* context) =>
        $"{(nint)definition} {(nint)context->OfClass} {(nint)context->OfMethod}";
}
