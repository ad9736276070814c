namespace Skiff.Hosting;

/// <summary>A precompiled module is not what the user's own key was used for: somebody else made it, or it was changed.</summary>
/// <param name="message">What is known about it, as the end of a sentence.</param>
public sealed class UntrustedModuleException(string message) : EngineException(message);
