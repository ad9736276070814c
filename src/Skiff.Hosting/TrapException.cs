namespace Skiff.Hosting;

/// <summary>The guest trapped: it executed an instruction that cannot complete.</summary>
/// <param name="code">Why.</param>
/// <param name="message">The reason, as one sentence.</param>
/// <param name="frames">The wasm backtrace, innermost function first.</param>
public class TrapException(TrapCode code, string message, IReadOnlyList<TrapFrame> frames) : EngineException(message)
{
    /// <summary>Why.</summary>
    public TrapCode Code => code;

    /// <summary>The wasm backtrace, innermost function first.</summary>
    public IReadOnlyList<TrapFrame> Frames => frames;
}
