namespace Skiff.Personality;

/// <summary>The standard streams, which are asked for when they are first used.</summary>
internal static unsafe class StandardStream
{
    /// <summary>The handle of one.</summary>
    internal static int Open(int host) => host switch
    {
        0 => StandardStreams.GetStdin(),
        1 => StandardStreams.GetStdout(),
        _ => StandardStreams.GetStderr(),
    };

    /// <summary>Whether a terminal is behind one.</summary>
    internal static bool IsTerminal(int host)
    {
        OptionalHandle terminal;
        if (host == 0)
        {
            StandardStreams.GetTerminalStdin(&terminal);
        }
        else if (host == 1)
        {
            StandardStreams.GetTerminalStdout(&terminal);
        }
        else
        {
            StandardStreams.GetTerminalStderr(&terminal);
        }

        if (terminal.IsSome == 0)
        {
            return false;
        }

        if (host == 0)
        {
            StandardStreams.DropTerminalInput(terminal.Handle);
        }
        else
        {
            StandardStreams.DropTerminalOutput(terminal.Handle);
        }

        return true;
    }
}
