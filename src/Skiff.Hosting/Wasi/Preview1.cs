using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>
/// <c>wasi_snapshot_preview1</c>, one file per domain of the specification. On Linux this is all of it. Elsewhere the
/// functions here stand in front of the engine's own of the same name, which serve files.
/// </summary>
internal static unsafe partial class Preview1
{
    /// <summary>The name under which modules import the functions.</summary>
    public const string ModuleName = "wasi_snapshot_preview1";

    private static readonly Preview1Function[] s_functions =
    [
        new("args_get", "ii", &ArgsGet),
        new("args_sizes_get", "ii", &ArgsSizesGet),
        new("environ_get", "ii", &EnvironGet),
        new("environ_sizes_get", "ii", &EnvironSizesGet),
        new("clock_res_get", "ii", &ClockResGet),
        new("clock_time_get", "iIi", &ClockTimeGet),
        new("random_get", "ii", &RandomGet),
        new("poll_oneoff", "iiii", &PollOneoff),
        new("proc_exit", "i", &ProcExit),
        new("sched_yield", "", &SchedYield),
        new("fd_close", "i", &FdClose),
        new("fd_fdstat_get", "ii", &FdFdstatGet),
        new("fd_filestat_get", "ii", &FdFilestatGet),
        new("fd_read", "iiii", &FdRead),
        new("fd_renumber", "ii", &FdRenumber),
        new("fd_write", "iiii", &FdWrite),
    ];

    /// <summary>What the engine's own WASI does where this host has no files of its own; these follow the others.</summary>
    private static readonly Preview1Function[] s_fileFunctions =
    [
        new("fd_advise", "iIIi", &FdAdvise),
        new("fd_allocate", "iII", &FdAllocate),
        new("fd_datasync", "i", &FdDatasync),
        new("fd_fdstat_set_flags", "ii", &FdFdstatSetFlags),
        new("fd_fdstat_set_rights", "iII", &FdFdstatSetRights),
        new("fd_filestat_set_size", "iI", &FdFilestatSetSize),
        new("fd_filestat_set_times", "iIIi", &FdFilestatSetTimes),
        new("fd_pread", "iiiIi", &FdPread),
        new("fd_prestat_dir_name", "iii", &FdPrestatDirName),
        new("fd_prestat_get", "ii", &FdPrestatGet),
        new("fd_pwrite", "iiiIi", &FdPwrite),
        new("fd_readdir", "iiiIi", &FdReaddir),
        new("fd_seek", "iIii", &FdSeek),
        new("fd_sync", "i", &FdSync),
        new("fd_tell", "ii", &FdTell),
        new("path_create_directory", "iii", &PathCreateDirectory),
        new("path_filestat_get", "iiiii", &PathFilestatGet),
        new("path_filestat_set_times", "iiiiIIi", &PathFilestatSetTimes),
        new("path_link", "iiiiiii", &PathLink),
        new("path_open", "iiiiiIIii", &PathOpen),
        new("path_readlink", "iiiiii", &PathReadlink),
        new("path_remove_directory", "iii", &PathRemoveDirectory),
        new("path_rename", "iiiiii", &PathRename),
        new("path_symlink", "iiiii", &PathSymlink),
        new("path_unlink_file", "iii", &PathUnlinkFile),
        new("sock_accept", "iii", &NoSocket),
        new("sock_recv", "iiiiii", &NoSocket),
        new("sock_send", "iiiii", &NoSocket),
        new("sock_shutdown", "ii", &NoSocket),
    ];

    private static readonly Preview1Function[] s_all = [.. s_functions, .. s_fileFunctions];

    /// <summary>Defines the functions in a linker.</summary>
    /// <param name="linker">The linker.</param>
    /// <param name="files">Whether to define those on files too, which need <see cref="Linux.LinuxCalls.CanResolveBeneath"/>.</param>
    public static void Define(LinkerHandle linker, bool files)
    {
        Preview1Function[] functions = files ? s_all : s_functions;
        byte[] module = Encoding.UTF8.GetBytes(ModuleName);
        fixed (byte* moduleStart = module)
        {
            for (int i = 0; i < functions.Length; i++)
            {
                ref readonly Preview1Function function = ref functions[i];
                nint type = FunctionType.New(function.Parameters, function.HasResult ? "i" : "");
                byte[] name = Encoding.UTF8.GetBytes(function.Name);
                nint error;
                fixed (byte* nameStart = name)
                {
                    error = NativeMethods.wasmtime_linker_define_func_unchecked(
                        linker, moduleStart, (nuint)module.Length, nameStart, (nuint)name.Length, type, &Invoke, i, null);
                }

                NativeMethods.wasm_functype_delete(type);
                NativeError.ThrowIfError(error);
            }
        }
    }

    /// <summary>Every call from wasm comes in here. No exception may cross the wasm frames that called it.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Invoke(nint index, nint caller, RawValue* values, nuint count)
    {
        nint store = NativeMethods.wasmtime_caller_context(caller);
        var context = (WasiContext)GCHandle.FromIntPtr(NativeMethods.wasmtime_context_get_data(store)).Target!;
        ref readonly Preview1Function function = ref s_all[index];
        Errno errno;
        try
        {
            if (!context.IsAttached)
            {
                AttachCaller(context, store, caller);
            }

            errno = function.Body(context, values);
        }
        catch (MemoryFaultException)
        {
            errno = Errno.Fault;
        }
        catch (OperationCanceledException) when (context.Interruption.IsRequested)
        {
            context.Fail(context.Interruption.ToException());
            errno = Errno.Canceled;
        }
        catch (Exception exception)
        {
            context.Fail(exception);
            errno = Errno.Io;
        }

        if (context.IsEnding)
        {
            return NativeError.NewTrap("the guest ends");
        }

        if (function.HasResult)
        {
            values[0].UInt64 = (ulong)errno;
        }

        return 0;
    }

    /// <summary>A module's start function calls before anybody could look up its exports.</summary>
    private static void AttachCaller(WasiContext context, nint store, nint caller)
    {
        NativeExtern memory;
        fixed (byte* name = "memory"u8)
        {
            if (NativeMethods.wasmtime_caller_export_get(caller, name, 6, &memory) != 0 && memory.Kind == ExternKind.Memory)
            {
                context.Attach(store, memory.Memory);
            }
        }
    }
}
