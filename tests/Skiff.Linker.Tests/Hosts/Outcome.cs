namespace Skiff.Linker.Tests.Hosts;

/// <summary>What a program said, and how it ended.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
