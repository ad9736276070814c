namespace Skiff.Hosting;

/// <summary>
/// What one guest is given: everything that it can reach and use is named here. By default that is nothing but clocks and
/// random numbers.
/// </summary>
public sealed record GuestOptions
{
    /// <summary>The program's name, then its arguments.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Environment variables, in the order that the guest sees.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Environment { get; init; } = [];

    /// <summary>Directories. A path belongs to the longest guest path that it begins with.</summary>
    public IReadOnlyList<GuestDirectory> Directories { get; init; } = [];

    /// <summary>Standard input; by default there is none.</summary>
    public StandardInput StandardInput { get; init; } = StandardInput.Empty;

    /// <summary>Standard output; by default it is discarded.</summary>
    public StandardOutput StandardOutput { get; init; } = StandardOutput.Discard;

    /// <summary>Standard error; by default it is discarded.</summary>
    public StandardOutput StandardError { get; init; } = StandardOutput.Discard;

    /// <summary>The most bytes that a linear memory may have; growing beyond fails in the guest. Null for no limit.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>
    /// The time that the guest may take, computing, sleeping or waiting for input. Needs an engine that is
    /// <see cref="EngineOptions.Interruptible"/>. Null for no limit.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>
    /// Whether every run is the same: clocks begin at zero and pass by a microsecond with each reading, waiting takes no time,
    /// and the random bytes are always the same ones, which are fit for no keys.
    /// </summary>
    public bool IsDeterministic { get; init; }

    /// <summary>The units of fuel, about one an instruction. Needs an engine that does <see cref="EngineOptions.MeterFuel"/>.</summary>
    public ulong? Fuel { get; init; }

    /// <summary>Is told how far the guest is; null for nobody.</summary>
    public IGuestObserver? Observer { get; init; }
}
