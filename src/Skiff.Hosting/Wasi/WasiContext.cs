using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;
using Skiff.Hosting.Interop;
using Skiff.Hosting.Streams;
using Skiff.Hosting.Wasi.Linux;

namespace Skiff.Hosting.Wasi;

/// <summary>
/// The state of one guest's WASI: what its calls read and change. Calls come one at a time, on the guest's thread.
/// </summary>
internal sealed unsafe class WasiContext : IDisposable
{
    // What a shell reports for a program that SIGPIPE ended.
    private const uint PipeExitCode = 128 + 13;

    private readonly OutputChannel[] _outputs;
    private nint _context;
    private NativeMemory _memory;
    private bool _hasMemory;

    public WasiContext(GuestOptions options, Interruption interruption)
    {
        Interruption = interruption;
        Determinism = options.IsDeterministic ? new Determinism() : null;
        Arguments = [.. options.Arguments.Select(argument => Terminated(argument, "argument"))];
        Environment = [.. options.Environment.Select(variable => Terminated($"{variable.Key}={variable.Value}", "environment variable"))];
        Descriptors = new DescriptorTable();
        Descriptors.Add(0, new InputDescriptor(options.StandardInput.Open()));
        _outputs = [options.StandardOutput.Open(1), options.StandardError.Open(2)];
        Descriptors.Add(1, new OutputDescriptor(_outputs[0]));
        Descriptors.Add(2, new OutputDescriptor(_outputs[1], before: _outputs[0]));
    }

    /// <summary>The program's name and arguments, each with a terminating zero.</summary>
    public byte[][] Arguments { get; }

    /// <summary>The environment as <c>NAME=value</c>, each with a terminating zero.</summary>
    public byte[][] Environment { get; }

    /// <summary>The open descriptors that this host serves.</summary>
    public DescriptorTable Descriptors { get; }

    /// <summary>Ends the guest from outside.</summary>
    public Interruption Interruption { get; }

    /// <summary>Takes the place of the host's clocks and random numbers; null where those serve.</summary>
    public Determinism? Determinism { get; }

    /// <summary>When the guest's monotonic clock was zero, as a <see cref="Stopwatch"/> timestamp.</summary>
    public long MonotonicOrigin { get; } = Stopwatch.GetTimestamp();

    /// <summary>The engine's own functions for descriptors that this host does not serve; null where it serves all.</summary>
    public NativeFiles? Native { get; set; }

    /// <summary>The code that the guest ended itself with, once it has.</summary>
    public uint? ExitCode { get; private set; }

    /// <summary>What went wrong in the host, once something has.</summary>
    public ExceptionDispatchInfo? Failure { get; private set; }

    /// <summary>Whether the call that is under way shall not return to the guest.</summary>
    public bool IsEnding => ExitCode is not null || Failure is not null;

    /// <summary>The guest's memory, valid until the call that is under way returns.</summary>
    public LinearMemory Memory
    {
        get
        {
            if (!_hasMemory)
            {
                throw new MemoryFaultException();
            }

            fixed (NativeMemory* memory = &_memory)
            {
                return new LinearMemory(
                    NativeMethods.wasmtime_memory_data(_context, memory),
                    NativeMethods.wasmtime_memory_data_size(_context, memory));
            }
        }
    }

    /// <summary>Opens the directories that the guest is given, under the numbers from 3.</summary>
    /// <exception cref="DirectoryNotFoundException">A directory does not exist.</exception>
    public void AddDirectories(IReadOnlyList<GuestDirectory> directories)
    {
        foreach (GuestDirectory directory in directories)
        {
            Descriptors.Add(LinuxDirectory.OpenPreopen(directory));
        }
    }

    /// <summary>Tells which memory is the guest's.</summary>
    public void Attach(nint context, in NativeMemory memory)
    {
        (_context, _memory, _hasMemory) = (context, memory, true);
    }

    /// <summary>Whether <see cref="Attach"/> has been called.</summary>
    public bool IsAttached => _hasMemory;

    /// <summary>The bytes of linear memory; 0 before there is one.</summary>
    public long MemorySize
    {
        get
        {
            fixed (NativeMemory* memory = &_memory)
            {
                return _hasMemory ? (long)NativeMethods.wasmtime_memory_data_size(_context, memory) : 0;
            }
        }
    }

    /// <summary>Ends the guest with an exit code.</summary>
    public void Exit(uint code) => ExitCode ??= code;

    /// <summary>Ends the guest because nobody reads its output any more.</summary>
    public void ExitOnBrokenPipe() => Exit(PipeExitCode);

    /// <summary>Writes now what the guest wrote and was put off; to be called before it waits.</summary>
    public void FlushOutputs()
    {
        foreach (OutputChannel output in _outputs)
        {
            output.Flush();
        }
    }

    /// <summary>Writes what the guest wrote and was put off, once it has ended.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void CompleteOutputs()
    {
        foreach (OutputChannel output in _outputs)
        {
            Errno errno = output.Complete();
            if (errno == Errno.Pipe)
            {
                ExitOnBrokenPipe();
            }
            else if (errno != Errno.Success)
            {
                throw new IOException($"standard output cannot be written: {errno}");
            }
        }
    }

    /// <summary>Ends the guest because the host cannot go on; the exception reaches the caller of the guest.</summary>
    public void Fail(Exception exception) => Failure ??= ExceptionDispatchInfo.Capture(exception);

    public void Dispose()
    {
        Descriptors.Dispose();
        foreach (OutputChannel output in _outputs)
        {
            (output as IDisposable)?.Dispose();
        }
    }

    private static byte[] Terminated(string text, string what)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"An {what} cannot contain a zero character: \"{text.Replace("\0", "\\0", StringComparison.Ordinal)}\".");
        }

        return Encoding.UTF8.GetBytes(text + '\0');
    }
}
