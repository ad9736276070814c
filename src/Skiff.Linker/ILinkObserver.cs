namespace Skiff.Linker;

/// <summary>Is told how linking goes on. Calls may come from several threads, and at the same time.</summary>
public interface ILinkObserver
{
    /// <summary>A phase begins.</summary>
    void Started(LinkPhase phase);

    /// <summary>A phase has ended, well or not.</summary>
    /// <param name="phase">The phase.</param>
    /// <param name="time">How long it took.</param>
    void Finished(LinkPhase phase, TimeSpan time);

    /// <summary>The program wrote to its standard output or error while it was booted.</summary>
    /// <param name="text">What it wrote, lines ended by <c>\n</c>.</param>
    void ProgramWrote(string text);

    /// <summary>Running the program took too long, so that nothing was learnt from it.</summary>
    /// <param name="limit">How long it might take.</param>
    void TrainingTimedOut(TimeSpan limit);
}
