namespace Skiff.EndToEnd.Tests;

/// <summary>A project of the user, and the ways to run it.</summary>
internal sealed class Project(Workspace workspace, string directory, string assemblyName)
{
    /// <summary>The project's folder.</summary>
    public string Directory => directory;

    /// <summary>Where a debug build leaves its bundle.</summary>
    public string AppBundle => Path.Combine(directory, "bin", "Debug", "net10.0", "wasi-wasm", "AppBundle");

    /// <summary>Where publishing leaves its bundle.</summary>
    public string PublishedAppBundle => Path.Combine(directory, "bin", "Release", "net10.0", "wasi-wasm", "publish", "AppBundle");

    /// <summary>The names of the files in a bundle's <c>managed</c> folder.</summary>
    public static ISet<string> ManagedFiles(string bundle) => System.IO.Directory
        .EnumerateFiles(Path.Combine(bundle, "managed"), "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Path.Combine(bundle, "managed"), file).Replace('\\', '/'))
        .ToHashSet();

    /// <summary>Runs the .NET SDK in the project's folder.</summary>
    public Task<CommandResult> DotNetAsync(params IEnumerable<string> arguments) => workspace.DotNetAsync(directory, arguments);

    /// <summary>Runs the program as WebAssembly by <c>dotnet run</c>, building it first if it was not.</summary>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="options">Options of <c>dotnet run</c>.</param>
    /// <param name="input">Its standard input.</param>
    /// <param name="environment">Variables of <c>dotnet run</c>.</param>
    public Task<CommandResult> RunAsync(
        IEnumerable<string>? arguments = null,
        IEnumerable<string>? options = null,
        string input = "",
        IEnumerable<KeyValuePair<string, string?>>? environment = null)
    {
        string[] noBuild = System.IO.Directory.Exists(AppBundle) ? ["--no-build"] : [];
        return workspace.DotNetAsync(directory, ["run", .. noBuild, .. options ?? [], "--", .. arguments ?? []], input, environment);
    }

    /// <summary>Runs the same program on this machine's own .NET.</summary>
    public Task<CommandResult> RunOnCoreClrAsync(IEnumerable<string>? arguments = null, string input = "", IEnumerable<KeyValuePair<string, string?>>? environment = null) =>
        workspace.DotNetAsync(directory, [Path.Combine(Path.GetDirectoryName(AppBundle)!, assemblyName + ".dll"), .. arguments ?? []], input, environment);

    /// <summary>Runs a bundle by the command that the package brings.</summary>
    public Task<CommandResult> RunBundleAsync(string bundle, IEnumerable<string>? arguments = null, IEnumerable<string>? options = null) =>
        workspace.DotNetAsync(directory, [Skiff, "run", .. options ?? [], bundle, "--", .. arguments ?? []]);

    /// <summary>Runs a bundle on Node, which knows nothing of Skiff; skips the test where there is no Node 20.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="directories">Guest paths and the host's directories for them.</param>
    /// <param name="input">Its standard input.</param>
    public async Task<CommandResult> RunOnNodeAsync(
        string bundle, IEnumerable<string>? arguments = null, IEnumerable<(string Guest, string Host)>? directories = null, string input = "")
    {
        await Node.RequireAsync(directory);
        string[] preopens = [.. (directories ?? []).Select(d => $"{d.Guest}::{d.Host}")];
        return await workspace.RunAsync(
            "node", ["--no-warnings", "--single-threaded-gc", Node.Harness, bundle, assemblyName, preopens.Length.ToString(), .. preopens, .. arguments ?? []], directory, input);
    }

    private string Skiff => Path.Combine(workspace.Root, ".packages", "skiff.sdk", Repository.PackageVersion, "tools", "net10.0", "skiff.dll");
}
