using System.Diagnostics;

namespace Skiff.Linker;

/// <summary>Tells an observer of phases as they begin and end.</summary>
internal sealed class Phases(ILinkObserver? observer)
{
    /// <summary>Does a phase's work.</summary>
    public T Run<T>(LinkPhase phase, Func<T> work)
    {
        using IDisposable running = Begin(phase);
        return work();
    }

    /// <summary>Begins a phase, which ends when the result is disposed.</summary>
    public IDisposable Begin(LinkPhase phase)
    {
        observer?.Started(phase);
        return new Running(observer, phase);
    }

    /// <summary>Passes on what the program wrote.</summary>
    public void ProgramWrote(string text) => observer?.ProgramWrote(text);

    /// <summary>Passes on that the program's training took too long.</summary>
    public void TrainingTimedOut(TimeSpan limit) => observer?.TrainingTimedOut(limit);

    private sealed class Running(ILinkObserver? observer, LinkPhase phase) : IDisposable
    {
        private readonly long _start = Stopwatch.GetTimestamp();

        public void Dispose() => observer?.Finished(phase, Stopwatch.GetElapsedTime(_start));
    }
}
