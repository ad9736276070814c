namespace Skiff.Components;

/// <summary>A component says what WIT cannot, or its custom sections are malformed; the message says what.</summary>
public sealed class ComponentReadingException(string message, Exception? innerException = null) : Exception(message, innerException);
