using System.CommandLine;
using Skiff.Cli;
using Skiff.Hosting;

try
{
    var run = new RunCommand(GuestRun.Execute);
    var root = new RootCommand("Runs .NET programs as WebAssembly, and any WASI program.") { run };
    ParseResult result = root.Parse(CommandLine.Separate(args, run));
    if (result.Errors.Count > 0)
    {
        throw CommandLine.Explain(result);
    }

    return result.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (CommandLineException exception)
{
    return Report.Error(exception.Message, exception.ExitCode);
}
catch (EngineNotFoundException exception)
{
    return Report.Error(exception.Message, ExitCodes.Host);
}
