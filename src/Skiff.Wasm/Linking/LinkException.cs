namespace Skiff.Wasm.Linking;

/// <summary>Modules do not fit together, or a name that linking needs is missing; the message says which.</summary>
public sealed class LinkException : Exception
{
    /// <summary>Makes an error.</summary>
    public LinkException(string message)
        : base(message)
    {
    }
}
