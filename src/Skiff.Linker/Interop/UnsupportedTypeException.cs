namespace Skiff.Linker.Interop;

/// <summary>A type cannot cross the border to native code; the message is the half sentence that says which and why.</summary>
internal sealed class UnsupportedTypeException(string message) : Exception(message);
