using System.Diagnostics;

namespace Skiff.Wasm.Tests.Judges;

/// <summary>Runs modules in Node's WebAssembly engine; tests are skipped where there is no Node.</summary>
internal static class Node
{
    private static readonly Lazy<bool> s_isInstalled = new(() =>
    {
        try
        {
            return Run("node", ["--version"]).ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    });

    /// <summary>Runs a script with <c>bytes</c> holding the module, and returns what it prints.</summary>
    public static string Evaluate(byte[] module, string script)
    {
        Assert.SkipUnless(s_isInstalled.Value, "Node is not installed; it judges and runs modules here.");
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, module);
            (int exitCode, string output, string error) = Run(
                "node", ["--eval", $"const bytes = require('fs').readFileSync(process.argv[1]);\n{script}", path]);
            Assert.True(exitCode == 0, error);
            return output.Trim();
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Asserts that the engine accepts a module.</summary>
    public static void AssertValid(byte[] module) =>
        Assert.Equal("valid", Evaluate(
            module, "try { new WebAssembly.Module(bytes); console.log('valid') } catch (e) { console.log(e.message) }"));

    public static (int ExitCode, string Output, string Error) Run(string program, IEnumerable<string> arguments, string? directory = null)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = directory ?? "",
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} did not end within two minutes.");
        }

        return (process.ExitCode, output.Result, error.Result);
    }
}
