namespace Skiff.Compiler.Evaluation;

/// <summary>A static constructor cannot be run at compile time; the message is the construct that prevents it, as a noun phrase.</summary>
internal sealed class EvaluationException(string construct) : Exception(construct);
