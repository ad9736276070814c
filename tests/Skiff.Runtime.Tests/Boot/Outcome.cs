namespace Skiff.Runtime.Tests.Boot;

/// <summary>What a process said, and how it ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
