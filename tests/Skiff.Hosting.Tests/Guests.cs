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
    /// <param name="functions">Further fields of the module.</param>
    /// <param name="start">The body of <c>_start</c>.</param>
    public static string Command(string start, string functions = "") => $$"""
        (module $guest
          {{Imports}}
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

    /// <summary>Runs a module.</summary>
    public static Outcome Run(string text, GuestOptions? options = null)
    {
        using CompiledModule module = CompiledModule.Compile(Engine, Engine.TranslateText(text));
        using var command = new WasiCommand(module);
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

    private static string Imports { get; } = string.Join(
        "\n  ",
        new (string Name, string Parameters)[]
        {
            ("args_get", "i32 i32"),
            ("args_sizes_get", "i32 i32"),
            ("environ_get", "i32 i32"),
            ("environ_sizes_get", "i32 i32"),
            ("clock_res_get", "i32 i32"),
            ("clock_time_get", "i32 i64 i32"),
            ("fd_advise", "i32 i64 i64 i32"),
            ("fd_allocate", "i32 i64 i64"),
            ("fd_close", "i32"),
            ("fd_datasync", "i32"),
            ("fd_fdstat_get", "i32 i32"),
            ("fd_fdstat_set_flags", "i32 i32"),
            ("fd_fdstat_set_rights", "i32 i64 i64"),
            ("fd_filestat_get", "i32 i32"),
            ("fd_filestat_set_size", "i32 i64"),
            ("fd_filestat_set_times", "i32 i64 i64 i32"),
            ("fd_pread", "i32 i32 i32 i64 i32"),
            ("fd_prestat_get", "i32 i32"),
            ("fd_prestat_dir_name", "i32 i32 i32"),
            ("fd_pwrite", "i32 i32 i32 i64 i32"),
            ("fd_read", "i32 i32 i32 i32"),
            ("fd_readdir", "i32 i32 i32 i64 i32"),
            ("fd_renumber", "i32 i32"),
            ("fd_seek", "i32 i64 i32 i32"),
            ("fd_sync", "i32"),
            ("fd_tell", "i32 i32"),
            ("fd_write", "i32 i32 i32 i32"),
            ("path_create_directory", "i32 i32 i32"),
            ("path_filestat_get", "i32 i32 i32 i32 i32"),
            ("path_filestat_set_times", "i32 i32 i32 i32 i64 i64 i32"),
            ("path_link", "i32 i32 i32 i32 i32 i32 i32"),
            ("path_open", "i32 i32 i32 i32 i32 i64 i64 i32 i32"),
            ("path_readlink", "i32 i32 i32 i32 i32 i32"),
            ("path_remove_directory", "i32 i32 i32"),
            ("path_rename", "i32 i32 i32 i32 i32 i32"),
            ("path_symlink", "i32 i32 i32 i32 i32"),
            ("path_unlink_file", "i32 i32 i32"),
            ("poll_oneoff", "i32 i32 i32 i32"),
            ("random_get", "i32 i32"),
            ("sched_yield", ""),
            ("sock_accept", "i32 i32 i32"),
            ("sock_recv", "i32 i32 i32 i32 i32 i32"),
            ("sock_send", "i32 i32 i32 i32 i32"),
            ("sock_shutdown", "i32 i32"),
        }.Select(function => $"""(import "wasi_snapshot_preview1" "{function.Name}" (func ${function.Name} (param {function.Parameters}) (result i32)))""")
        .Append("""(import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))"""));

    /// <summary>How a guest ended and what it wrote.</summary>
    internal sealed record Outcome(int ExitCode, string Output, string Error);
}
