using System.Text;

namespace Skiff.Hosting.Interop;

/// <summary>Turns <c>wasmtime_error_t</c> and <c>wasm_trap_t</c>, which it takes ownership of, into exceptions.</summary>
internal static unsafe class NativeError
{
    /// <summary>Throws an <see cref="EngineException"/> unless <paramref name="error"/> is null.</summary>
    public static void ThrowIfError(nint error)
    {
        if (error != 0)
        {
            throw new EngineException(TakeMessage(error));
        }
    }

    /// <summary>The text of an error, which is deleted.</summary>
    public static string TakeMessage(nint error)
    {
        ByteVector message;
        NativeMethods.wasmtime_error_message(error, &message);
        string text = message.ToString();
        message.Delete();
        NativeMethods.wasmtime_error_delete(error);
        return text;
    }

    /// <summary>The text of an error as one line; the engine renders the causes on lines of their own.</summary>
    public static string TakeLine(nint error) => OneLine(TakeMessage(error));

    /// <summary>The lines of a text as one.</summary>
    public static string OneLine(string text) =>
        string.Join(' ', text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The exception for what ended a call: exactly one of the two is non-null, and it is deleted.</summary>
    public static TrapException TakeTrap(nint error, nint trap)
    {
        ByteVector message;
        PointerVector frames;
        byte code = byte.MaxValue;
        if (trap != 0)
        {
            NativeMethods.wasm_trap_message(trap, &message);
            NativeMethods.wasm_trap_trace(trap, &frames);
            if (NativeMethods.wasmtime_trap_code(trap, &code) == 0)
            {
                code = byte.MaxValue;
            }
        }
        else
        {
            NativeMethods.wasmtime_error_message(error, &message);
            NativeMethods.wasmtime_error_wasm_trace(error, &frames);
        }

        var backtrace = new List<TrapFrame>((int)frames.Size);
        foreach (nint frame in frames.Span)
        {
            nuint offset = NativeMethods.wasm_frame_module_offset(frame);
            backtrace.Add(new TrapFrame(
                Name(NativeMethods.wasmtime_frame_module_name(frame)),
                Name(NativeMethods.wasmtime_frame_func_name(frame)),
                checked((int)NativeMethods.wasm_frame_func_index(frame)),
                offset == nuint.MaxValue ? null : (long)offset));
        }

        string text = message.ToString();
        NativeMethods.wasm_frame_vec_delete(&frames);
        message.Delete();
        if (trap != 0)
        {
            NativeMethods.wasm_trap_delete(trap);
        }
        else
        {
            NativeMethods.wasmtime_error_delete(error);
        }

        return new TrapException(code != byte.MaxValue ? (TrapCode)code : trap == 0 ? CodeIn(text) : TrapCode.Other, text, backtrace);
    }

    /// <summary>
    /// Why an instruction trapped, as the text of an error tells: the engine gives a trap of a component as an error, which has no
    /// code. The last line is the cause of all.
    /// </summary>
    private static TrapCode CodeIn(string text)
    {
        const string mark = "wasm trap: ";
        string cause = text.TrimEnd().Split('\n')[^1];
        int start = cause.IndexOf(mark, StringComparison.Ordinal);
        return start < 0 ? TrapCode.Other : cause[(start + mark.Length)..].Trim() switch
        {
            "call stack exhausted" => TrapCode.StackOverflow,
            "out of bounds memory access" => TrapCode.MemoryOutOfBounds,
            "unaligned atomic" => TrapCode.HeapMisaligned,
            "undefined element: out of bounds table access" => TrapCode.TableOutOfBounds,
            "uninitialized element" => TrapCode.IndirectCallToNull,
            "indirect call type mismatch" => TrapCode.BadSignature,
            "integer overflow" => TrapCode.IntegerOverflow,
            "integer divide by zero" => TrapCode.IntegerDivisionByZero,
            "invalid conversion to integer" => TrapCode.BadConversionToInteger,
            "wasm `unreachable` instruction executed" => TrapCode.Unreachable,
            "interrupt" => TrapCode.Interrupt,
            "all fuel consumed by WebAssembly" => TrapCode.OutOfFuel,
            _ => TrapCode.Other,
        };
    }

    /// <summary>A trap with a message, for a callback to return; the engine takes ownership.</summary>
    public static nint NewTrap(string message)
    {
        byte[] text = Encoding.UTF8.GetBytes(message);
        fixed (byte* start = text)
        {
            return NativeMethods.wasmtime_trap_new(start, (nuint)text.Length);
        }
    }

    private static string? Name(ByteVector* name) => name == null ? null : name->ToString();
}
