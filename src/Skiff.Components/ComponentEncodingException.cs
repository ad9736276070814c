namespace Skiff.Components;

/// <summary>A core module and a world do not fit; the message says what is missing on which side.</summary>
public sealed class ComponentEncodingException(string message) : Exception(message);
