using System.Diagnostics;

namespace Skiff.Linker;

/// <summary>Tells an observer of phases as they begin and end.</summary>
internal sealed class Phases(ILinkObserver? observer)
{
    /// <summary>Does a phase's work.</summary>
    public T Run<T>(LinkPhase phase, Func<T> work)
    {
        observer?.Started(phase);
        long start = Stopwatch.GetTimestamp();
        try
        {
            return work();
        }
        finally
        {
            observer?.Finished(phase, Stopwatch.GetElapsedTime(start));
        }
    }

    /// <summary>Passes on what the program wrote.</summary>
    public void ProgramWrote(string text) => observer?.ProgramWrote(text);
}
