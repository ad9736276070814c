using System.Text.Json;
using Skiff.Wasm.Tests.Judges;

namespace Skiff.EndToEnd.Tests;

/// <summary>A project of the user, and the ways to run it.</summary>
internal sealed class Project(Workspace workspace, string directory, string assemblyName)
{
    /// <summary>The project's folder.</summary>
    public string Directory => directory;

    /// <summary>Where a debug build leaves its bundle.</summary>
    public string AppBundle => Path.Combine(directory, "bin", "Debug", "net10.0", "wasi-wasm", "AppBundle");

    /// <summary>Where publishing leaves its files.</summary>
    public string PublishDirectory => Path.Combine(directory, "bin", "Release", "net10.0", "wasi-wasm", "publish");

    /// <summary>The module that publishing makes.</summary>
    public string Module => Path.Combine(PublishDirectory, assemblyName + ".wasm");

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

    /// <summary>Runs a bundle or a module by the command that the package brings.</summary>
    public Task<CommandResult> RunBuiltAsync(string target, IEnumerable<string>? arguments = null, IEnumerable<string>? options = null) =>
        workspace.DotNetAsync(directory, [Skiff, "run", .. options ?? [], target, "--", .. arguments ?? []]);

    /// <summary>Runs the command that the package brings.</summary>
    public Task<CommandResult> SkiffAsync(params IEnumerable<string> arguments) =>
        workspace.DotNetAsync(directory, [Skiff, .. arguments]);

    /// <summary>Runs a bundle or a module on Node, which knows nothing of Skiff; skips the test where there is no Node 20.</summary>
    /// <param name="target">The directory of the bundle, or the file of the module.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="directories">Guest paths and the host's directories for them.</param>
    /// <param name="input">Its standard input.</param>
    public async Task<CommandResult> RunOnNodeAsync(
        string target, IEnumerable<string>? arguments = null, IEnumerable<(string Guest, string Host)>? directories = null, string input = "")
    {
        await Node.RequireAsync(directory);
        bool isBundle = System.IO.Directory.Exists(target);
        IEnumerable<(string Guest, string Host)> bundle = isBundle ? [("/", target)] : [];
        string run = JsonSerializer.Serialize(new
        {
            module = isBundle ? Path.Combine(target, "dotnet.wasm") : target,
            args = (string[])[.. (string[])(isBundle ? ["dotnet.wasm", assemblyName] : [Path.GetFileName(target)]), .. arguments ?? []],
            env = new { },
            preopens = bundle.Concat(directories ?? []).ToDictionary(preopen => preopen.Guest, preopen => preopen.Host),
        });
        return await workspace.RunAsync("node", ["--no-warnings", "--single-threaded-gc", Node.Harness, run], directory, input);
    }

    /// <summary>Runs a component on Node by <c>jco run</c>; skips the test where npm cannot install that.</summary>
    /// <param name="component">The file.</param>
    /// <param name="arguments">The program's arguments.</param>
    /// <param name="directories">Guest paths and the host's directories for them.</param>
    public async Task<CommandResult> RunOnJcoAsync(
        string component, IEnumerable<string> arguments, params IEnumerable<(string Guest, string Host)> directories)
    {
        // It grants no directories but by a module that it runs before.
        string grants = Path.Combine(directory, "grants.mjs");
        await File.WriteAllTextAsync(grants, $$"""
            import { createRequire } from 'node:module';
            import { pathToFileURL } from 'node:url';
            const jco = createRequire({{JsonSerializer.Serialize(Path.Combine(NpmTools.Modules, "@bytecodealliance", "jco", "package.json"))}});
            const { _addPreopen } = await import(pathToFileURL(jco.resolve('@bytecodealliance/preview2-shim/filesystem')));
            {{string.Concat(directories.Select(granted => $"_addPreopen({JsonSerializer.Serialize(granted.Guest)}, {JsonSerializer.Serialize(granted.Host)});"))}}
            """);
        return await workspace.RunAsync(Path.Combine(NpmTools.Modules, ".bin", "jco"), ["run", "--jco-import", grants, component, .. arguments], directory);
    }

    private string Skiff => Path.Combine(workspace.Root, ".packages", "skiff.sdk", Repository.PackageVersion, "tools", "net10.0", "skiff.dll");
}
