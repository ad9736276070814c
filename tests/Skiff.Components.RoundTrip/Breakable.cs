namespace Skiff.Components.RoundTrip;

/// <summary>Cannot be disposed of without a failure.</summary>
internal sealed class Breakable : Failures.IBreakable, IDisposable
{
    public void Touch() => Notes.Note("touched");

    public void Dispose() => throw new InvalidOperationException("broken");
}
