namespace Skiff.Fidelity.Tests;

/// <summary>Lines of output.</summary>
internal static class Text
{
    /// <summary>The lines of a text without trailing white space; none when it is empty.</summary>
    public static string[] Lines(string text) =>
        text.Length == 0 ? [] : [.. text.TrimEnd('\n').Split('\n').Select(l => l.TrimEnd())];
}
