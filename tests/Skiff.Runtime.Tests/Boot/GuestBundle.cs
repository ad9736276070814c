using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Mono.Cecil;

namespace Skiff.Runtime.Tests.Boot;

/// <summary>An AppBundle of the guest program, run on Node's WASI; and the same program on CoreCLR.</summary>
public sealed class GuestBundle : IDisposable
{
    private const string Guest = "Skiff.Runtime.Guest";
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);
    private readonly TemporaryDirectory _directory = new();

    public GuestBundle()
    {
        Copy(Built.RuntimePack, _directory.Path);
        Copy(Built.Guest, Path.Combine(_directory.Path, "managed"));
        File.WriteAllText(
            Path.Combine(_directory.Path, Guest + ".runtimeconfig.json"),
            """{ "runtimeOptions": { "configProperties": { "Guest.Switch": true, "Guest.Text": "a \"text\"", "Guest.Number": 12 } } }""");
    }

    public void Dispose() => _directory.Dispose();

    /// <summary>Runs the guest under WASI.</summary>
    internal Task<Outcome> RunWasi(string[] arguments, string input = "", string program = Guest)
    {
        Assert.SkipUnless(HasNode(), "There is no node to run the guest on.");
        string options = JsonSerializer.Serialize(new
        {
            module = Path.Combine(_directory.Path, "dotnet.wasm"),
            args = (string[])["dotnet.wasm", program, .. arguments],
            env = new { LANG = "C.UTF-8", TZ = "UTC" },
            preopens = new Dictionary<string, string> { ["/"] = _directory.Path },
        });
        return Run("node", ["--no-warnings", "--single-threaded-gc", Path.Combine(AppContext.BaseDirectory, "node-wasi.mjs"), options], input);
    }

    /// <summary>Runs the guest on Wasmtime's own WASI.</summary>
    internal Task<Outcome> RunWasmtime(string[] arguments, string input = "") =>
        Task.Run(() => WasmtimeHost.Run(_directory.Path, Guest, arguments, input));

    /// <summary>Runs the guest on the runtime that runs these tests.</summary>
    internal static Task<Outcome> RunCoreClr(string[] arguments, string input = "") =>
        Run("dotnet", [Path.Combine(Built.Guest, Guest + ".dll"), .. arguments], input);

    /// <summary>Adds a program whose entry point is one of the guest's methods.</summary>
    internal string AddProgram(string type, string method)
    {
        using var module = ModuleDefinition.ReadModule(Path.Combine(Built.Guest, Guest + ".dll"));
        var name = type + method;
        module.Assembly.Name.Name = name;
        module.Name = name + ".dll";
        module.EntryPoint = module.GetType(Guest + "." + type).Methods.Single(m => m.Name == method);
        module.Write(Path.Combine(_directory.Path, "managed", name + ".dll"));
        return name;
    }

    private static async Task<Outcome> Run(string file, string[] arguments, string input)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(s_limit);
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{file} {string.Join(' ', arguments)} ran for {s_limit}; it said\n{await output}\n{await error}");
        }

        return new Outcome(process.ExitCode, await output, await error);
    }

    private static bool HasNode()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }

    private static void Copy(string source, string destination)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(destination, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
