using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Streams;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Components;

/// <summary>
/// The standard streams of one component guest. The engine reads and writes terminals and files of this process itself; what
/// else there is, it is given bytes of, and gives bytes to, on a thread of its own.
/// </summary>
internal sealed unsafe class ComponentStreams : IDisposable
{
    private readonly Output?[] _outputs = new Output?[2];
    private readonly TaskCompletionSource _readerGone = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Tells the engine of a guest's streams.</summary>
    /// <param name="config">The guest's <c>wasi_config_t</c>.</param>
    /// <param name="options">What the guest is given.</param>
    public ComponentStreams(nint config, GuestOptions options)
    {
        ConfigureInput(config, options.StandardInput);
        ConfigureOutput(config, options.StandardOutput, number: 1);
        ConfigureOutput(config, options.StandardError, number: 2);
    }

    /// <summary>Completes when the guest wrote to somebody who has gone.</summary>
    public Task ReaderGone => _readerGone.Task;

    /// <summary>What went wrong in a stream of the embedding program, once something has.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>Writes now what was put off, once the guest has ended.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Complete()
    {
        foreach (Output? output in _outputs)
        {
            Errno errno = output?.Channel.Complete() ?? Errno.Success;
            if (errno == Errno.Pipe)
            {
                _readerGone.TrySetResult();
            }
            else if (errno != Errno.Success)
            {
                throw new IOException($"standard output cannot be written: {errno}");
            }
        }
    }

    public void Dispose()
    {
        foreach (Output? output in _outputs)
        {
            (output?.Channel as IDisposable)?.Dispose();
        }
    }

    private static void ConfigureInput(nint config, StandardInput input)
    {
        if (input is InheritedInput)
        {
            NativeMethods.wasi_config_inherit_stdin(config);
            return;
        }

        // The engine takes a file or bytes, and no stream.
        using var all = new MemoryStream();
        InputChannel channel = input.Open();
        byte[] piece = new byte[16 << 10];
        for (int count; (count = channel.Read(piece)) > 0;)
        {
            all.Write(piece, 0, count);
        }

        fixed (byte* start = all.ToArray())
        {
            ByteVector bytes;
            NativeMethods.wasm_byte_vec_new(&bytes, (nuint)all.Length, start);
            NativeMethods.wasi_config_set_stdin_bytes(config, &bytes);
        }
    }

    private void ConfigureOutput(nint config, StandardOutput output, int number)
    {
        if (output == StandardOutput.Discard)
        {
            return; // the engine's default
        }

        if (output is InheritedOutput && (InheritedOutput.IsTerminal(number) || InheritedOutput.IsFile(number)))
        {
            if (number == 1)
            {
                NativeMethods.wasi_config_inherit_stdout(config);
            }
            else
            {
                NativeMethods.wasi_config_inherit_stderr(config);
            }

            return;
        }

        var opened = new Output(this, output.Open(number), number);
        _outputs[number - 1] = opened;
        nint data = GCHandle.ToIntPtr(GCHandle.Alloc(opened));
        if (number == 1)
        {
            NativeMethods.wasi_config_set_stdout_custom(config, &Write, data, &Free);
        }
        else
        {
            NativeMethods.wasi_config_set_stderr_custom(config, &Write, data, &Free);
        }
    }

    /// <summary>The engine gives bytes, and gets their number or a negative error number of the system.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static nint Write(nint data, byte* bytes, nuint count)
    {
        const int brokenPipe = 32, failed = 5; // EPIPE and EIO, the same everywhere
        var output = (Output)GCHandle.FromIntPtr(data).Target!;
        try
        {
            return output.Streams.Write(output, new ReadOnlySpan<byte>(bytes, checked((int)count))) switch
            {
                Errno.Success => (nint)count,
                Errno.Pipe => -brokenPipe,
                _ => -failed,
            };
        }
        catch (Exception exception)
        {
            // It reaches the caller of the guest, not the engine.
            output.Streams.Failure ??= ExceptionDispatchInfo.Capture(exception);
            return -failed;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data) => GCHandle.FromIntPtr(data).Free();

    private Errno Write(Output output, ReadOnlySpan<byte> bytes)
    {
        if (output.Number == 2)
        {
            _outputs[0]?.Channel.Flush();
        }

        Errno errno = output.Channel.Write(bytes);
        if (errno == Errno.Pipe)
        {
            _readerGone.TrySetResult();
        }

        return errno;
    }

    private sealed record Output(ComponentStreams Streams, OutputChannel Channel, int Number);
}
