using System.CommandLine;
using Skiff.Cli.Options;

namespace Skiff.Cli;

/// <summary>The command line of <c>skiff run</c>.</summary>
internal sealed class RunCommand : Command
{
    private readonly Option<string[]> _dir = new("--dir")
    {
        Description = "Give the program a directory of the host, under its own name or as GUEST; ro makes it read-only.",
        HelpName = "HOST[::GUEST[::ro]]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _mapdir = new("--mapdir")
    {
        Description = "The same with the two paths the other way round.",
        HelpName = "GUEST::HOST[::ro]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _env = new("--env")
    {
        Description = "Set an environment variable, or pass one on from here.",
        HelpName = "NAME[=VALUE]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _argv0 = new("--argv0")
    {
        Description = "The program's name as the program sees it.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _memoryLimit = new("--memory-limit")
    {
        Description = "The most memory that the program may use, such as 512MiB.",
        HelpName = "SIZE",
    };

    private readonly Option<string?> _timeout = new("--timeout")
    {
        Description = "The longest that the program may run, such as 10s. Code that can be interrupted is a little slower, and compiled once of its own.",
        HelpName = "DURATION",
    };

    private readonly Option<string[]> _wasm = new("-W", "--wasm")
    {
        Description = "Limits in Wasmtime's words: max-memory-size=SIZE, max-wasm-stack=SIZE, timeout=DURATION, fuel=N.",
        HelpName = "KEY=VALUE[,...]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _noCache = new("--no-cache")
    {
        Description = "Compile the module even if it was compiled before, and do not keep the result.",
    };

    private readonly Option<bool> _allowPrecompiled = new("--allow-precompiled")
    {
        Description = "Execute a .cwasm file whoever made it. It can do whatever you can.",
    };

    private readonly Option<bool> _timing = new("--timing")
    {
        Description = "Print where the time of the run goes, on standard error.",
    };

    private readonly Argument<string> _target = new("target")
    {
        Description = "A .wasm file (a WASI preview1 module or a WASI 0.2 component), a .cwasm file of 'skiff compile', an AppBundle directory, a project or the directory it is in, or a .cs file. Projects and .cs files are built first.",
    };

    private readonly Argument<string[]> _arguments = new("arguments")
    {
        Description = "The program's own arguments: everything after the target, whether or not it begins with --.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private const string Explanation = """
        Run a WebAssembly program. Unless options give it more, it has standard streams, clocks and random numbers, and nothing else.

        Examples:
          skiff run app.wasm --verbose
          skiff run --dir data::/data::ro --env LANG bin/Debug/net10.0/wasi-wasm/AppBundle -- /data/in.txt
          skiff run --timeout 10s --memory-limit 256MiB hello.cs

        Options come before the target; what follows the target is the program's own.

        Exit code: the program's own, or
          1    the project or file does not build
          2    the command line, or what it names, is wrong
          124  the time limit is exceeded
          130  Ctrl-C
          134  the program trapped
          137  the memory limit does not suffice
          141  the reader of the program's output has gone
        """;

    public RunCommand(Func<RunOptions, int> run)
        : base("run", Explanation)
    {
        Add(_target);
        Add(_arguments);
        Add(_dir);
        Add(_mapdir);
        Add(_env);
        Add(_argv0);
        Add(_memoryLimit);
        Add(_timeout);
        Add(_wasm);
        Add(_noCache);
        Add(_allowPrecompiled);
        Add(_timing);
        SetAction(result => run(Read(result)));
    }

    private RunOptions Read(ParseResult result)
    {
        var limits = new GuestLimits();
        foreach (string settings in result.GetValue(_wasm) ?? [])
        {
            WasmOptionSyntax.Parse(settings, limits);
        }

        if (result.GetValue(_memoryLimit) is { } memory)
        {
            limits.Memory = SizeSyntax.Parse("--memory-limit", memory);
        }

        if (result.GetValue(_timeout) is { } time)
        {
            limits.Time = DurationSyntax.Parse("--timeout", time);
        }

        return new RunOptions
        {
            Target = result.GetRequiredValue(_target),
            Arguments = result.GetValue(_arguments) ?? [],
            Directories =
            [
                .. (result.GetValue(_dir) ?? []).Select(DirectorySyntax.ParseDir),
                .. (result.GetValue(_mapdir) ?? []).Select(DirectorySyntax.ParseMapdir),
            ],
            Environment = [.. (result.GetValue(_env) ?? []).Select(EnvironmentSyntax.Parse).OfType<KeyValuePair<string, string>>()],
            Argv0 = result.GetValue(_argv0),
            Limits = limits,
            NoCache = result.GetValue(_noCache),
            AllowPrecompiled = result.GetValue(_allowPrecompiled),
            Timing = result.GetValue(_timing),
        };
    }
}
