namespace Skiff.Hosting.Wasi;

/// <summary>Ends one guest from outside: by its time limit, or because the embedding program cancelled it.</summary>
internal sealed class Interruption : IDisposable
{
    private static readonly TimeSpan s_period = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource? _source;
    private readonly CancellationTokenRegistration _registration;
    private readonly CancellationToken _cancellation;
    private readonly TimeSpan? _timeLimit;
    private Timer? _repetition;

    /// <summary>Starts the clock of the time limit.</summary>
    /// <param name="engine">Told to let its guests look when the time comes.</param>
    /// <param name="timeLimit">The limit, or null.</param>
    /// <param name="cancellation">The embedding program's wish.</param>
    public Interruption(Engine engine, TimeSpan? timeLimit, CancellationToken cancellation)
    {
        if (timeLimit is null && !cancellation.CanBeCanceled)
        {
            return;
        }

        if (!engine.Options.Interruptible)
        {
            throw new InvalidOperationException(
                "A time limit or a cancellation token needs an engine made with EngineOptions.Interruptible.");
        }

        _timeLimit = timeLimit;
        _cancellation = cancellation;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // Again and again: a guest that looks because of another guest's end does not see an epoch that passes meanwhile.
        _registration = _source.Token.UnsafeRegister(
            _ => _repetition = new Timer(static state => ((Engine)state!).IncrementEpoch(), engine, TimeSpan.Zero, s_period), null);
        if (timeLimit is { } limit)
        {
            _source.CancelAfter(limit);
        }
    }

    /// <summary>Whether the guest can be ended from outside at all, so that it must not block where nothing can reach it.</summary>
    public bool IsPossible => _source is not null;

    /// <summary>Whether the guest is to end now.</summary>
    public bool IsRequested => _source is { IsCancellationRequested: true };

    /// <summary>Cancelled when the guest is to end.</summary>
    public CancellationToken Token => _source?.Token ?? CancellationToken.None;

    /// <summary>Why the guest ended.</summary>
    public Exception ToException() => _cancellation.IsCancellationRequested
        ? new OperationCanceledException(_cancellation)
        : new TimeLimitException(_timeLimit.GetValueOrDefault());

    public void Dispose()
    {
        _registration.Dispose();
        // The engine may be gone afterwards.
        _repetition?.DisposeAsync().AsTask().Wait();
        _source?.Dispose();
    }
}
