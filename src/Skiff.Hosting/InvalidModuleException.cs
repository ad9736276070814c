namespace Skiff.Hosting;

/// <summary>A module is malformed, or is not what was asked for, such as a WASI command.</summary>
public sealed class InvalidModuleException : EngineException
{
    /// <summary>Creates the exception.</summary>
    public InvalidModuleException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    public InvalidModuleException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
