namespace Skiff.Hosting;

/// <summary>The guest trapped: it executed an instruction that cannot complete.</summary>
/// <param name="code">Why.</param>
/// <param name="message">The reason, as one sentence.</param>
/// <param name="frames">The wasm backtrace, innermost function first.</param>
public class TrapException(TrapCode code, string message, IReadOnlyList<TrapFrame> frames) : EngineException(message)
{
    /// <summary>Why.</summary>
    public TrapCode Code => code;

    /// <summary>The reason in a few words, without the engine's own rendering of the backtrace.</summary>
    public string Reason => code switch
    {
        TrapCode.StackOverflow => "its call stack is exhausted",
        TrapCode.MemoryOutOfBounds => "it accessed memory out of bounds",
        TrapCode.HeapMisaligned => "it accessed memory atomically at a misaligned address",
        TrapCode.TableOutOfBounds => "it accessed a table out of bounds",
        TrapCode.IndirectCallToNull => "it called a null function pointer",
        TrapCode.BadSignature => "it called a function pointer with the wrong signature",
        TrapCode.IntegerOverflow => "an integer overflowed",
        TrapCode.IntegerDivisionByZero => "it divided by zero",
        TrapCode.BadConversionToInteger => "it converted a number to an integer that cannot hold it",
        TrapCode.Unreachable => "it aborted (an unreachable instruction was executed)",
        TrapCode.Interrupt => "it was interrupted",
        TrapCode.OutOfFuel => "its fuel is used up",
        _ => Message.Split('\n')[^1].Trim(),
    };

    /// <summary>The wasm backtrace, innermost function first.</summary>
    public IReadOnlyList<TrapFrame> Frames => frames;
}
