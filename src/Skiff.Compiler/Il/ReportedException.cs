namespace Skiff.Compiler.Il;

/// <summary>Code depends on something that has been reported as unsupported already.</summary>
internal sealed class ReportedException : Exception;
