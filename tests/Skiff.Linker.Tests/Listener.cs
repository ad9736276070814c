namespace Skiff.Linker.Tests;

/// <summary>Keeps what linking tells.</summary>
internal sealed class Listener : ILinkObserver
{
    /// <summary>What the program wrote.</summary>
    public string Output { get; private set; } = "";

    /// <summary>How long the program might run for training, if it took longer.</summary>
    public TimeSpan? TrainingLimit { get; private set; }

    public void Started(LinkPhase phase)
    {
    }

    public void Finished(LinkPhase phase, TimeSpan time)
    {
    }

    public void ProgramWrote(string text) => Output += text;

    public void TrainingTimedOut(TimeSpan limit) => TrainingLimit = limit;
}
