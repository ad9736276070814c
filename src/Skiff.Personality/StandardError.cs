using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>Messages of the personality itself, where there is no managed code yet or any more.</summary>
internal static unsafe class StandardError
{
    private const int Descriptor = 2;

    /// <summary>Writes text up to its NUL.</summary>
    internal static void Write(byte* text) => Write(text, Text.Length(text));

    /// <summary>Writes a literal.</summary>
    internal static void Write(ReadOnlySpan<byte> literal) => Write(Text.Of(literal), (uint)literal.Length);

    /// <summary>Writes a number in decimal.</summary>
    internal static void Write(uint number)
    {
        byte* digits = stackalloc byte[10];
        uint start = 10;
        do
        {
            digits[--start] = (byte)('0' + (number % 10));
            number /= 10;
        }
        while (number != 0);
        Write(digits + start, 10 - start);
    }

    /// <summary>Writes bytes; a host that has closed standard error loses them, as there is nowhere to say so.</summary>
    internal static void Write(byte* bytes, uint count)
    {
        while (count > 0)
        {
            Iovec iovec;
            iovec.Buffer = bytes;
            iovec.Length = count;
            uint written = 0;
            int errno = Wasi.FdWrite(Descriptor, &iovec, 1, &written);
            if (errno == Errno.Again && Poll.Writable(Descriptor) == Errno.Success)
            {
                continue;
            }

            if (errno != Errno.Success || written == 0)
            {
                return;
            }

            bytes += written;
            count -= written;
        }
    }

    /// <summary>
    /// <c>mono_wasm_trace_logger</c>: a message of the runtime, such as a failed assertion. The caller exits when it is
    /// fatal.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.mono_wasm_trace_logger")]
    internal static void TraceLogger(byte* domain, byte* level, byte* message, int fatal, void* userData)
    {
        if (domain != null)
        {
            Write("["u8);
            Write(domain);
            Write("] "u8);
        }

        if (level != null)
        {
            Write(level);
            Write(": "u8);
        }

        if (message != null)
        {
            Write(message);
        }

        Write("\n"u8);
    }
}
