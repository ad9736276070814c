namespace Skiff.Hosting.Wasi;

/// <summary>A pointer that a guest passed does not lie in its memory.</summary>
internal sealed class MemoryFaultException : Exception;
