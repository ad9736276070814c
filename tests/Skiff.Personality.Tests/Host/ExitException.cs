namespace Skiff.Personality.Tests;

/// <summary>The program ended with an exit code.</summary>
public sealed class ExitException(int code) : Exception($"exit {code}")
{
    public int Code => code;
}
