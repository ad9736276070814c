namespace Skiff.Runtime.Patching;

/// <summary>A patch does not fit the base class library it is made for.</summary>
/// <param name="message">What does not fit, by name, and the version it was tried on.</param>
public sealed class PatchException(string message) : Exception(message);
