namespace Skiff.Hosting;

/// <summary>The engine refused an operation; the message is the engine's own.</summary>
public class EngineException : Exception
{
    /// <summary>Creates the exception.</summary>
    public EngineException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with what caused it.</summary>
    public EngineException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
