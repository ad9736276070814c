using System.CommandLine;
using Skiff.Cli;
using Skiff.Cli.Inspecting;
using Skiff.Cli.Interfaces;
using Skiff.Cli.Linking;
using Skiff.Cli.Precompilation;
using Skiff.Hosting;

ProcessStart.MainEntered = System.Diagnostics.Stopwatch.GetTimestamp();
try
{
    var run = new RunCommand(GuestRun.Execute);
    var root = new RootCommand("Runs .NET programs as WebAssembly, and any WASI program.") { run };
    if (args is not ["run", ..])
    {
        // A program that is run does not wait for what it does not need.
        root.Add(new LinkCommand(LinkRun.Execute));
        root.Add(new CompileCommand(CompileRun.Execute));
        root.Add(new InspectCommand());
        root.Add(new WitCommand());
        root.Add(new ComposeCommand());
    }

    string[] arguments = args is ["link" or "wit", ..] ? ResponseFiles.Expand(args) : args;
    // What looks like a response file or bundled options is the guest's.
    var configuration = new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false };
    ParseResult result = root.Parse(CommandLine.Separate(arguments, root, run), configuration);
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
catch (Exception exception)
{
    return Report.Error($"something went wrong that should not, please report it: {exception}", ExitCodes.Host);
}
