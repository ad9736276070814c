using System.CommandLine;
using Skiff.Cli.Options;

namespace Skiff.Cli;

/// <summary>The command line of <c>skiff run</c>.</summary>
internal sealed class RunCommand : Command
{
    private readonly Option<string[]> _dir = new("--dir")
    {
        Description = "Give the guest a directory of the host, under its own name or as GUEST; ro makes it read-only.",
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
        Description = "Set an environment variable for the guest, or pass one on from here.",
        HelpName = "NAME[=VALUE]",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _argv0 = new("--argv0")
    {
        Description = "The program's name as the guest sees it.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _memoryLimit = new("--memory-limit")
    {
        Description = "The most memory that the guest may use, such as 512MiB.",
        HelpName = "SIZE",
    };

    private readonly Option<string?> _timeout = new("--timeout")
    {
        Description = "The longest that the guest may run, such as 10s. Programs run a little slower under a limit and are compiled for it once more.",
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

    private readonly Argument<string> _target = new("target")
    {
        Description = "A .wasm file, an AppBundle directory, a project or the directory it is in, or a .cs file. Projects and .cs files are built first.",
    };

    private readonly Argument<string[]> _arguments = new("arguments")
    {
        Description = "Arguments for the guest: everything after the target, or after --.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public RunCommand(Func<RunOptions, int> run)
        : base("run", "Run a WebAssembly program, with nothing but standard streams unless more is given.")
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
        };
    }
}
