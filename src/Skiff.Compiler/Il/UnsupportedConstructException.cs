namespace Skiff.Compiler.Il;

/// <summary>The code being read uses something outside freestanding C#; the message is the construct, as a noun phrase.</summary>
internal sealed class UnsupportedConstructException(string construct) : Exception(construct);
