namespace Skiff.Linker;

/// <summary>A program cannot be linked; the message is one sentence that says why and what to do about it.</summary>
public sealed class AppLinkException : Exception
{
    /// <summary>Makes an error.</summary>
    /// <param name="error">The cause.</param>
    /// <param name="message">The sentence, without the full stop.</param>
    /// <param name="inner">What brought it to light.</param>
    public AppLinkException(LinkError error, string message, Exception? inner = null)
        : base(message, inner) => Error = error;

    /// <summary>The cause.</summary>
    public LinkError Error { get; }

    /// <summary>The cause as build tools show it: <c>SKIFF</c> and four digits.</summary>
    public string Code => $"SKIFF{(int)Error}";
}
