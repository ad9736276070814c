using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>
/// The engine's own WASI files, behind the host's functions. The engine's functions take the memory that the calling
/// <em>instance</em> exports, so that the host cannot call them itself: a small module in between exports the guest's
/// memory as its own and passes the calls on.
/// </summary>
internal sealed unsafe class NativeFiles
{
    private static readonly (NativeFile Function, string Name, string Parameters)[] s_functions =
    [
        (NativeFile.FdClose, "fd_close", "i32"),
        (NativeFile.FdFdstatGet, "fd_fdstat_get", "i32 i32"),
        (NativeFile.FdFilestatGet, "fd_filestat_get", "i32 i32"),
        (NativeFile.FdRead, "fd_read", "i32 i32 i32 i32"),
        (NativeFile.FdRenumber, "fd_renumber", "i32 i32"),
        (NativeFile.FdWrite, "fd_write", "i32 i32 i32 i32"),
    ];

    private readonly nint _context;
    private readonly NativeFunction[] _functions = new NativeFunction[s_functions.Length];

    /// <summary>Instantiates the module in between.</summary>
    /// <param name="passage">What <see cref="DefineBeneath"/> gave.</param>
    /// <param name="context">The guest's store.</param>
    /// <param name="memory">The guest's memory.</param>
    public NativeFiles(CompiledModule passage, nint context, in NativeMemory memory)
    {
        _context = context;
        using var linker = new LinkerHandle(NativeMethods.wasmtime_linker_new(passage.Engine.Handle));
        NativeError.ThrowIfError(NativeMethods.wasmtime_linker_define_wasi(linker));
        var item = new NativeExtern { Kind = ExternKind.Memory, Memory = memory };
        fixed (byte* module = "guest"u8, name = "memory"u8)
        {
            NativeError.ThrowIfError(NativeMethods.wasmtime_linker_define(linker, context, module, 5, name, 6, &item));
        }

        NativeInstance instance;
        nint trap = 0;
        NativeError.ThrowIfError(NativeMethods.wasmtime_linker_instantiate(linker, context, passage.Handle, &instance, &trap));
        foreach ((NativeFile function, string exportName, _) in s_functions)
        {
            byte[] export = Encoding.UTF8.GetBytes(exportName);
            NativeExtern found;
            fixed (byte* start = export)
            {
                if (NativeMethods.wasmtime_instance_export_get(context, &instance, start, (nuint)export.Length, &found) == 0)
                {
                    throw new EngineException($"the engine lost {exportName}");
                }
            }

            _functions[(int)function] = found.Function;
        }
    }

    /// <summary>Makes the engine's configuration of a guest's directories.</summary>
    /// <returns>A configuration that the caller gives to the guest's store.</returns>
    /// <exception cref="DirectoryNotFoundException">A directory does not exist.</exception>
    public static nint Configure(IReadOnlyList<GuestDirectory> directories)
    {
        nint config = NativeMethods.wasi_config_new();
        foreach (GuestDirectory directory in directories)
        {
            fixed (byte* host = Encoding.UTF8.GetBytes(directory.HostPath + '\0'), guest = Encoding.UTF8.GetBytes(directory.GuestPath + '\0'))
            {
                if (NativeMethods.wasi_config_preopen_dir(config, host, guest, directory.ReadOnly ? (byte)0 : (byte)1) == 0)
                {
                    NativeMethods.wasi_config_delete(config);
                    throw new DirectoryNotFoundException($"the directory '{directory.HostPath}' does not exist or cannot be opened");
                }
            }
        }

        return config;
    }

    /// <summary>Lets a linker have the engine's functions, which the host's take the place of as they are defined.</summary>
    /// <returns>The module in between, compiled; the caller disposes it.</returns>
    public static CompiledModule DefineBeneath(LinkerHandle linker, Engine engine)
    {
        NativeError.ThrowIfError(NativeMethods.wasmtime_linker_define_wasi(linker));
        NativeMethods.wasmtime_linker_allow_shadowing(linker, allow: 1);
        return CompilePassage(engine);
    }

    private static CompiledModule CompilePassage(Engine engine)
    {
        var text = new StringBuilder("(module (import \"guest\" \"memory\" (memory 0)) ");
        foreach ((_, string name, string parameters) in s_functions)
        {
            text.Append($"(import \"{Preview1.ModuleName}\" \"{name}\" (func ${name} (param {parameters}) (result i32))) ");
        }

        text.Append("(export \"memory\" (memory 0)) ");
        foreach ((_, string name, string parameters) in s_functions)
        {
            int count = parameters.Split(' ').Length;
            string arguments = string.Join(' ', Enumerable.Range(0, count).Select(index => $"(local.get {index})"));
            text.Append($"(func (export \"{name}\") (param {parameters}) (result i32) (call ${name} {arguments})) ");
        }

        return CompiledModule.Compile(engine, Engine.TranslateText(text.Append(')').ToString()));
    }

    /// <summary>Calls a function with the parameters of the call that is under way, which stay as they are.</summary>
    public Errno Call(NativeFile function, RawValue* values)
    {
        const int most = 4;
        RawValue* copy = stackalloc RawValue[most];
        new ReadOnlySpan<RawValue>(values, Parameters(function)).CopyTo(new Span<RawValue>(copy, most));
        nint trap = 0;
        nint error;
        fixed (NativeFunction* target = &_functions[(int)function])
        {
            error = NativeMethods.wasmtime_func_call_unchecked(_context, target, copy, most, &trap);
        }

        return error == 0 && trap == 0 ? (Errno)copy[0].Int32 : throw NativeError.TakeTrap(error, trap);
    }

    /// <summary>Whether the engine has a descriptor under a number. To move one to its own number changes nothing.</summary>
    public bool IsOpen(uint number)
    {
        RawValue* values = stackalloc RawValue[2];
        values[0].UInt32 = number;
        values[1].UInt32 = number;
        return Call(NativeFile.FdRenumber, values) == Errno.Success;
    }

    private static int Parameters(NativeFile function) => function switch
    {
        NativeFile.FdClose => 1,
        NativeFile.FdFdstatGet or NativeFile.FdFilestatGet or NativeFile.FdRenumber => 2,
        _ => 4,
    };
}
