using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>
/// What the core module of a component imports of WASI 0.2, by the canonical ABI, as far as a program needs it that is only
/// booted: standard streams, clocks, random numbers and its end. It has no arguments, environment and directories.
/// What is not here traps with its name when it is called.
/// </summary>
internal static unsafe class BootInterfaces
{
    /// <summary>A handle of a pollable, of which there is one: whatever is waited for is ready at once.</summary>
    private const uint Pollable = 3;

    private const ulong NanosecondsPerSecond = 1_000_000_000;

    /// <summary>What a stream takes at once.</summary>
    private const ulong Room = 1 << 20;

    private static readonly BootFunction[] s_functions =
    [
        new("wasi:cli/environment", "get-environment", "i", "", &ReturnNothing),
        new("wasi:cli/environment", "get-arguments", "i", "", &ReturnNothing),
        new("wasi:cli/environment", "initial-cwd", "i", "", &ReturnNothing),
        new("wasi:filesystem/preopens", "get-directories", "i", "", &ReturnNothing),
        new("wasi:cli/terminal-stdin", "get-terminal-stdin", "i", "", &ReturnNothing),
        new("wasi:cli/terminal-stdout", "get-terminal-stdout", "i", "", &ReturnNothing),
        new("wasi:cli/terminal-stderr", "get-terminal-stderr", "i", "", &ReturnNothing),
        new("wasi:cli/stdin", "get-stdin", "", "i", &ReturnInput),
        new("wasi:cli/stdout", "get-stdout", "", "i", &ReturnOutput),
        new("wasi:cli/stderr", "get-stderr", "", "i", &ReturnError),
        new("wasi:io/streams", "[method]input-stream.read", "iIi", "", &Read),
        new("wasi:io/streams", "[method]input-stream.subscribe", "i", "i", &Subscribe),
        new("wasi:io/streams", "[method]output-stream.subscribe", "i", "i", &Subscribe),
        new("wasi:io/streams", "[method]output-stream.check-write", "ii", "", &CheckWrite),
        new("wasi:io/streams", "[method]output-stream.write", "iiii", "", &Write),
        new("wasi:io/streams", "[method]output-stream.blocking-write-and-flush", "iiii", "", &Write),
        new("wasi:io/streams", "[method]output-stream.blocking-flush", "ii", "", &Flush),
        new("wasi:clocks/monotonic-clock", "now", "", "I", &MonotonicNow),
        new("wasi:clocks/monotonic-clock", "resolution", "", "I", &MonotonicResolution),
        new("wasi:clocks/monotonic-clock", "subscribe-duration", "I", "i", &SubscribeDuration),
        new("wasi:clocks/wall-clock", "now", "i", "", &WallNow),
        new("wasi:clocks/wall-clock", "resolution", "i", "", &WallResolution),
        new("wasi:io/poll", "poll", "iii", "", &Poll),
        new("wasi:io/poll", "[method]pollable.block", "i", "", &Pass),
        new("wasi:io/poll", "[resource-drop]pollable", "i", "", &Pass),
        new("wasi:random/random", "get-random-u64", "", "I", &RandomNumber),
        new("wasi:random/random", "get-random-bytes", "Ii", "", &RandomBytes),
        new("wasi:cli/exit", "exit", "i", "", &Exit),
    ];

    /// <summary>Defines, in whatever version of 0.2 it is, what a module imports; all else it imports as traps.</summary>
    /// <param name="linker">The linker.</param>
    /// <param name="module">The module.</param>
    public static void Define(LinkerHandle linker, CompiledModule module)
    {
        bool isComponents = false;
        foreach (ModuleImport import in module.Imports)
        {
            int version = import.Module.IndexOf("@0.2.", StringComparison.Ordinal);
            if (version < 0 || import.Kind != ModuleItemKind.Function)
            {
                continue;
            }

            isComponents = true;
            string name = import.Module[..version];
            int index = Array.FindIndex(s_functions, function => function.Interface == name && function.Name == import.Name);
            if (index >= 0)
            {
                Define(linker, import, index);
            }
        }

        if (isComponents)
        {
            NativeError.ThrowIfError(NativeMethods.wasmtime_linker_define_unknown_imports_as_traps(linker, module.Handle));
        }
    }

    private static void Define(LinkerHandle linker, ModuleImport import, int index)
    {
        ref readonly BootFunction function = ref s_functions[index];
        byte[] module = Encoding.UTF8.GetBytes(import.Module);
        byte[] name = Encoding.UTF8.GetBytes(import.Name);
        nint type = FunctionType.New(function.Parameters, function.Results);
        nint error;
        fixed (byte* moduleStart = module, nameStart = name)
        {
            error = NativeMethods.wasmtime_linker_define_func_unchecked(
                linker, moduleStart, (nuint)module.Length, nameStart, (nuint)name.Length, type, &Invoke, index, null);
        }

        NativeMethods.wasm_functype_delete(type);
        NativeError.ThrowIfError(error);
    }

    /// <summary>Every call comes in here. No exception may cross the wasm frames that called it.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Invoke(nint index, nint caller, RawValue* values, nuint count)
    {
        nint store = NativeMethods.wasmtime_caller_context(caller);
        var context = (WasiContext)GCHandle.FromIntPtr(NativeMethods.wasmtime_context_get_data(store)).Target!;
        try
        {
            s_functions[index].Body(new BootCall(context, store, caller), values);
        }
        catch (Exception exception)
        {
            context.Fail(exception);
        }

        return context.IsEnding ? NativeError.NewTrap("the guest ends") : 0;
    }

    /// <summary>An empty list, or no option.</summary>
    private static void ReturnNothing(BootCall call, RawValue* values) => call.Context.Memory.WriteUInt64(values[0].UInt32, 0);

    private static void ReturnInput(BootCall call, RawValue* values) => values[0].UInt64 = 0;

    private static void ReturnOutput(BootCall call, RawValue* values) => values[0].UInt64 = 1;

    private static void ReturnError(BootCall call, RawValue* values) => values[0].UInt64 = 2;

    /// <summary><c>(self, length, result)</c></summary>
    private static void Read(BootCall call, RawValue* values)
    {
        WasiContext context = call.Context;
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor) || descriptor is not InputDescriptor input)
        {
            throw new InvalidOperationException("A program that is booted reads something other than its standard input.");
        }

        byte[] buffer = new byte[Math.Min(values[1].UInt64, Room)];
        uint count = (uint)input.Read(context, buffer), result = values[2].UInt32;
        context.Memory.Slice(result, 12).Clear();
        if (count == 0)
        {
            // An error, and of those that the stream is closed.
            context.Memory.WriteUInt32(result, 1);
            context.Memory.WriteUInt32(result + 4, 1);
            return;
        }

        uint address = call.Allocate(count);
        buffer.AsSpan(0, (int)count).CopyTo(context.Memory.Slice(address, count));
        context.Memory.WriteUInt32(result + 4, address);
        context.Memory.WriteUInt32(result + 8, count);
    }

    private static void Subscribe(BootCall call, RawValue* values) => values[0].UInt64 = Pollable;

    /// <summary><c>(list, length, result)</c></summary>
    private static void Poll(BootCall call, RawValue* values)
    {
        uint count = values[1].UInt32, result = values[2].UInt32;
        uint address = call.Allocate(checked(count * sizeof(uint)));
        for (uint i = 0; i < count; i++)
        {
            call.Context.Memory.WriteUInt32(address + (i * sizeof(uint)), i);
        }

        call.Context.Memory.WriteUInt32(result, address);
        call.Context.Memory.WriteUInt32(result + 4, count);
    }

    /// <summary><c>(self, result)</c></summary>
    private static void CheckWrite(BootCall call, RawValue* values)
    {
        call.Context.Memory.WriteUInt64(values[1].UInt32, 0);
        call.Context.Memory.WriteUInt64(values[1].UInt32 + 8, Room);
    }

    /// <summary><c>(self, contents, length, result)</c></summary>
    private static void Write(BootCall call, RawValue* values)
    {
        WasiContext context = call.Context;
        Span<byte> bytes = context.Memory.Slice(values[1].UInt32, values[2].UInt32);
        if (!context.Descriptors.TryGet(values[0].UInt32, out Descriptor? descriptor) || descriptor is not OutputDescriptor output)
        {
            throw new InvalidOperationException("A program that is booted writes to something other than its standard output or error.");
        }

        Errno errno = output.Write(context, bytes);
        if (errno != Errno.Success)
        {
            throw new IOException($"what a booted program writes cannot be taken: {errno}");
        }

        context.Memory.Slice(values[3].UInt32, 12).Clear();
    }

    /// <summary><c>(self, result)</c></summary>
    private static void Flush(BootCall call, RawValue* values)
    {
        call.Context.FlushOutputs();
        call.Context.Memory.Slice(values[1].UInt32, 12).Clear();
    }

    private static void MonotonicNow(BootCall call, RawValue* values) => values[0].UInt64 = call.Determinism.ReadTime();

    private static void MonotonicResolution(BootCall call, RawValue* values) => values[0].UInt64 = Determinism.Step;

    private static void SubscribeDuration(BootCall call, RawValue* values)
    {
        call.Determinism.Wait(values[0].UInt64);
        values[0].UInt64 = Pollable;
    }

    private static void WallNow(BootCall call, RawValue* values) => WriteDatetime(call, values[0].UInt32, call.Determinism.ReadTime());

    private static void WallResolution(BootCall call, RawValue* values) => WriteDatetime(call, values[0].UInt32, Determinism.Step);

    private static void WriteDatetime(BootCall call, uint address, ulong nanoseconds)
    {
        call.Context.Memory.WriteUInt64(address, nanoseconds / NanosecondsPerSecond);
        call.Context.Memory.WriteUInt32(address + 8, (uint)(nanoseconds % NanosecondsPerSecond));
    }

    private static void Pass(BootCall call, RawValue* values)
    {
    }

    private static void RandomNumber(BootCall call, RawValue* values)
    {
        ulong number = 0;
        call.Determinism.Fill(new Span<byte>(&number, sizeof(ulong)));
        values[0].UInt64 = number;
    }

    /// <summary><c>(length, result)</c></summary>
    private static void RandomBytes(BootCall call, RawValue* values)
    {
        uint length = checked((uint)values[0].UInt64), result = values[1].UInt32;
        uint address = call.Allocate(length);
        call.Determinism.Fill(call.Context.Memory.Slice(address, length));
        call.Context.Memory.WriteUInt32(result, address);
        call.Context.Memory.WriteUInt32(result + 4, length);
    }

    /// <summary><c>(status)</c></summary>
    private static void Exit(BootCall call, RawValue* values) => call.Context.Exit(values[0].UInt32);
}
