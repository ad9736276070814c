using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>The standard streams of `wasi:cli`: handles of streams, and of a terminal where one is behind a stream.</summary>
internal static unsafe class StandardStreams
{
    [DllImport("wasi:cli/stdin@0.2.12", EntryPoint = "get-stdin")]
    internal static extern int GetStdin();

    [DllImport("wasi:cli/stdout@0.2.12", EntryPoint = "get-stdout")]
    internal static extern int GetStdout();

    [DllImport("wasi:cli/stderr@0.2.12", EntryPoint = "get-stderr")]
    internal static extern int GetStderr();

    [DllImport("wasi:cli/terminal-stdin@0.2.12", EntryPoint = "get-terminal-stdin")]
    internal static extern void GetTerminalStdin(OptionalHandle* result);

    [DllImport("wasi:cli/terminal-stdout@0.2.12", EntryPoint = "get-terminal-stdout")]
    internal static extern void GetTerminalStdout(OptionalHandle* result);

    [DllImport("wasi:cli/terminal-stderr@0.2.12", EntryPoint = "get-terminal-stderr")]
    internal static extern void GetTerminalStderr(OptionalHandle* result);

    [DllImport("wasi:cli/terminal-input@0.2.12", EntryPoint = "[resource-drop]terminal-input")]
    internal static extern void DropTerminalInput(int terminal);

    [DllImport("wasi:cli/terminal-output@0.2.12", EntryPoint = "[resource-drop]terminal-output")]
    internal static extern void DropTerminalOutput(int terminal);
}
