namespace Skiff.Personality;

internal static unsafe class StandardStreams
{
    internal static int GetStdin() => 0;

    internal static int GetStdout() => 1;

    internal static int GetStderr() => 2;

    internal static void GetTerminalStdin(OptionalHandle* result) => *result = new OptionalHandle { IsSome = 1 };

    internal static void GetTerminalStdout(OptionalHandle* result) => *result = new OptionalHandle { IsSome = 1 };

    internal static void GetTerminalStderr(OptionalHandle* result) => *result = new OptionalHandle { IsSome = 1 };

    internal static void DropTerminalInput(int terminal)
    {
    }

    internal static void DropTerminalOutput(int terminal)
    {
    }
}
