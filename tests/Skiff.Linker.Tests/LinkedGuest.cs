using Skiff.Linker.Tests.Hosts;

namespace Skiff.Linker.Tests;

/// <summary>The guest program linked in both forms, once for all tests.</summary>
public sealed class LinkedGuest : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Lazy<string> _singleFile;
    private readonly Lazy<string> _snapshot;

    public LinkedGuest()
    {
        _singleFile = new(() => Link("file.wasm", snapshot: false));
        _snapshot = new(() => Link("snapshot.wasm", snapshot: true));
    }

    /// <summary>The module of a form.</summary>
    public string Module(bool snapshot) => (snapshot ? _snapshot : _singleFile).Value;

    public void Dispose() => _directory.Dispose();

    /// <summary>What the program does on CoreCLR.</summary>
    internal static Outcome RunCoreClr(string[] arguments, params KeyValuePair<string, string>[] environment)
    {
        System.Diagnostics.ProcessStartInfo start = new("dotnet", [GuestProgram.EntryAssembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.Environment["LANG"] = "C.UTF-8";
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(1)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The guest did not end within a minute.");
        }

        return new Outcome(process.ExitCode, output.Result, error.Result);
    }

    private string Link(string name, bool snapshot) =>
        AppLinker.Link(GuestProgram.Request(_directory.File(name)) with { Snapshot = snapshot }).Path;
}
