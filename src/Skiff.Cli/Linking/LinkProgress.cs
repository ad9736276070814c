using Skiff.Linker;

namespace Skiff.Cli.Linking;

/// <summary>Prints what linking is doing.</summary>
internal sealed class LinkProgress(TextWriter output, string module) : ILinkObserver
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<LinkPhase, TimeSpan> _times = [];

    public void Started(LinkPhase phase)
    {
        string? text = phase switch
        {
            LinkPhase.CompileRuntime => "compiling the runtime for this machine, once",
            LinkPhase.Train => "running the program to learn what it calls",
            LinkPhase.Boot => "booting the program",
            LinkPhase.RemoveDeadCode => "removing what it cannot reach",
            LinkPhase.Write => $"writing {module}",
            _ => null,
        };
        if (text is not null)
        {
            lock (_lock)
            {
                output.WriteLine(text);
            }
        }
    }

    public void Finished(LinkPhase phase, TimeSpan time)
    {
        lock (_lock)
        {
            _times[phase] = time;
        }
    }

    public void ProgramWrote(string text)
    {
        lock (_lock)
        {
            foreach (string line in text.TrimEnd('\n').Split('\n'))
            {
                output.WriteLine($"  | {line}");
            }
        }
    }

    public void TrainingTimedOut(TimeSpan limit)
    {
        lock (_lock)
        {
            output.WriteLine(
                $"the program had not ended after {limit.TotalSeconds:0.###} s, so nothing was learnt from running it; "
                + "give it arguments with which it ends, or set WasiSnapshotTraining to false");
        }
    }

    /// <summary>Prints how long the phases took; some went on at the same time.</summary>
    public void PrintTiming()
    {
        lock (_lock)
        {
            foreach ((LinkPhase phase, TimeSpan time) in _times)
            {
                output.WriteLine($"{phase,-16}{time.TotalMilliseconds,8:0} ms");
            }
        }
    }
}
