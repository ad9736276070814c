using System.Diagnostics;

namespace Skiff.Cli.Targets;

/// <summary>The <c>dotnet</c> command of the SDK.</summary>
internal static class DotNet
{
    /// <summary>Runs it without showing anything.</summary>
    /// <returns>Its exit code, standard output and standard error.</returns>
    public static (int ExitCode, string Output, string Error) Run(params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Executable, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        // What `dotnet run` tells its child must not reach the build.
        start.Environment.Remove("MSBUILD_EXE_PATH");
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Start(start);
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.GetAwaiter().GetResult());
    }

    private static string Executable =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } path && File.Exists(path) ? path : "dotnet";

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new CommandLineException("projects and .cs files are built with the .NET SDK, and there is no 'dotnet' on the PATH; install the .NET 10 SDK");
        }
    }
}
