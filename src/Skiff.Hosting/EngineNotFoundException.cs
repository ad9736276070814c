namespace Skiff.Hosting;

/// <summary>The engine's native library is nowhere it was looked for; the message names the places.</summary>
public sealed class EngineNotFoundException(string message) : EngineException(message);
