using System.Text;

namespace Skiff.Hosting.Tests;

/// <summary>Runs guests written as WebAssembly text.</summary>
internal static class Guests
{
    /// <summary>No test's guest may run longer, whatever goes wrong.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    /// <summary>An engine whose guests can be interrupted.</summary>
    public static Engine Engine { get; } = new(new EngineOptions { Interruptible = true });

    /// <summary>
    /// A command with all of preview1 imported as <c>$name</c>, a memory of 4 pages, <c>$say</c> (address, length: to standard output),
    /// <c>$exit_if</c> (errno: exits with it unless zero) and the given body.
    /// </summary>
    /// <param name="start">The body of <c>_start</c>.</param>
    /// <param name="functions">Further fields of the module.</param>
    public static string Command(string start, string functions = "") => $$"""
        (module $guest
          {{Preview1Signatures.Imports}}
          (memory (export "memory") 4)
          (func $exit_if (param $errno i32)
            (if (local.get $errno) (then (call $proc_exit (local.get $errno)))))
          (func $say (param $address i32) (param $length i32)
            (i32.store (i32.const 0) (local.get $address))
            (i32.store (i32.const 4) (local.get $length))
            (call $exit_if (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
          {{functions}}
          (func $main (export "_start") {{start}}))
        """;

    /// <summary>Compiles a module.</summary>
    public static CompiledModule Compile(string text) => CompiledModule.Compile(Engine, Engine.TranslateText(text));

    /// <summary>Runs a module.</summary>
    /// <param name="text">The module.</param>
    /// <param name="options">What it is given besides streams.</param>
    /// <param name="ownFiles">Whether this host's files serve it, or the engine's; null for what the system has.</param>
    public static Outcome Run(string text, GuestOptions? options = null, bool? ownFiles = null)
    {
        using CompiledModule module = Compile(text);
        using WasiCommand command = ownFiles is { } own ? new WasiCommand(module, own) : new WasiCommand(module);
        return Run(command, options);
    }

    /// <summary>Runs a command.</summary>
    public static Outcome Run(WasiCommand command, GuestOptions? options = null)
    {
        var output = new MemoryStream();
        var error = new MemoryStream();
        options ??= new GuestOptions();
        int exitCode = command.Run(
            options with
            {
                StandardOutput = StandardOutput.ToStream(output),
                StandardError = StandardOutput.ToStream(error),
                TimeLimit = options.TimeLimit ?? Bound,
            },
            TestContext.Current.CancellationToken);
        return new Outcome(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }

    /// <summary>How a guest ended and what it wrote.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
