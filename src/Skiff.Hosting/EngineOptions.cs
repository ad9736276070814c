namespace Skiff.Hosting;

/// <summary>How an <see cref="Engine"/> compiles and runs code. Machine code made under one set serves no other.</summary>
public sealed record EngineOptions
{
    /// <summary>The default of <see cref="MaxWasmStack"/>: 8 MiB.</summary>
    public const long DefaultMaxWasmStack = 8 << 20;

    /// <summary>The least that <see cref="MaxWasmStack"/> can be: 64 KiB.</summary>
    public const long LeastWasmStack = 64 << 10;

    /// <summary>The most that <see cref="MaxWasmStack"/> can be: 1 GiB.</summary>
    public const long MostWasmStack = 1 << 30;

    /// <summary>
    /// Whether guests can be stopped from outside, by <see cref="GuestOptions.TimeLimit"/> or a cancellation token. Loops and
    /// function entries then check for it, which costs some speed and about a seventh more machine code.
    /// </summary>
    public bool Interruptible { get; init; }

    /// <summary>Whether code counts the instructions it executes, for <see cref="GuestOptions.Fuel"/>.</summary>
    public bool MeterFuel { get; init; }

    /// <summary>Whether functions are compiled on all processors at once.</summary>
    public bool ParallelCompilation { get; init; } = true;

    /// <summary>Bytes of native stack that a guest's functions may use; beyond it they trap with <see cref="TrapCode.StackOverflow"/>.</summary>
    public long MaxWasmStack { get; init; } = DefaultMaxWasmStack;

    /// <summary>
    /// What the machine code is for: one of <see cref="CompilationTarget.Supported"/>; null for this machine with all that its
    /// processor has.
    /// </summary>
    public string? Target { get; init; }
}
