using System.CommandLine;
using Skiff.Hosting;
using Skiff.Linker;

namespace Skiff.Cli.Linking;

/// <summary>The command line of <c>skiff link</c>.</summary>
internal sealed class LinkCommand : Command
{
    private readonly Option<string> _runtimePack = new("--runtime-pack")
    {
        Description = "The directory of the runtime pack.",
        HelpName = "DIR",
        Required = true,
    };

    private readonly Option<string> _entry = new("--entry")
    {
        Description = "The program's own assembly.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _runtimeConfig = new("--runtime-config")
    {
        Description = "The program's runtimeconfig.json.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string> _output = new("--output")
    {
        Description = "The module or component to write.",
        HelpName = "FILE",
        Required = true,
    };

    private readonly Option<string[]> _reference = new("--reference")
    {
        Description = "Another assembly of the program, its base class library included.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _satellite = new("--satellite")
    {
        Description = "A satellite assembly.",
        HelpName = "CULTURE=FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _symbols = new("--symbols")
    {
        Description = "A portable PDB, for line numbers in stack traces.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _culture = new("--culture")
    {
        Description = "A culture that the program needs; without any, all that the runtime pack has.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _icu = new("--icu")
    {
        Description = "The file of ICU data to take, whatever cultures are named.",
        HelpName = "FILE",
    };

    private readonly Option<string[]> _initializer = new("--initializer")
    {
        Description = "A static method without parameters to call before the snapshot is taken.",
        HelpName = "TYPE.METHOD",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string[]> _importLibrary = new("--import-library")
    {
        Description = "A library of P/Invokes that the host provides; those of methods with [WasmImportLinkage] need not be named.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _appBundle = new("--app-bundle")
    {
        Description = "Write the runtime of an AppBundle, which finds the program's files beside it; only with --wasi-version 0.2.",
    };

    private readonly Option<bool> _noSnapshot = new("--no-snapshot")
    {
        Description = "Boot the program when it starts, not now.",
    };

    private readonly Option<bool> _noTraining = new("--no-training")
    {
        Description = "Do not run the program to learn which methods the snapshot shall have compiled.",
    };

    private readonly Option<string[]> _trainingArgument = new("--training-argument")
    {
        Description = "An argument for that run.",
        HelpName = "ARGUMENT",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _trainingDirectory = new("--training-directory")
    {
        Description = "A directory that it finds as / and can read; without, it finds none.",
        HelpName = "DIR",
    };

    private readonly Option<string?> _trainingInput = new("--training-input")
    {
        Description = "A file that is its standard input, which is empty without.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _keepNames = new("--keep-names")
    {
        Description = "Keep the names of the runtime's functions, for stack traces of traps and for profilers.",
    };

    private readonly Option<bool> _debugger = new("--debugger")
    {
        Description = "Keep the runtime's debugger agent and tracing.",
    };

    private readonly Option<string> _wasiVersion = new("--wasi-version")
    {
        Description = "0.1 makes a core module of preview 1, 0.2 a component.",
        HelpName = "VERSION",
        DefaultValueFactory = _ => "0.1",
    };

    private readonly Option<bool> _timing = new("--timing")
    {
        Description = "Print how long each phase took.",
    };

    private const string Explanation = """
        Make one WebAssembly module or component of a published program. Building a project with the Skiff.Sdk package calls this.

        An argument @FILE stands for the lines of that file, each of them one argument.

        Exit code:
          0    it is written
          1    the program cannot be linked; the message says why
          2    the command line is wrong
        """;

    public LinkCommand(Func<LinkRequest, bool, int> link)
        : base("link", Explanation)
    {
        Add(_runtimePack);
        Add(_entry);
        Add(_runtimeConfig);
        Add(_output);
        Add(_reference);
        Add(_satellite);
        Add(_symbols);
        Add(_culture);
        Add(_icu);
        Add(_initializer);
        Add(_importLibrary);
        Add(_appBundle);
        Add(_noSnapshot);
        Add(_noTraining);
        Add(_trainingArgument);
        Add(_trainingDirectory);
        Add(_trainingInput);
        Add(_keepNames);
        Add(_debugger);
        Add(_wasiVersion.AcceptOnlyFromAmong("0.1", "0.2"));
        Add(_timing);
        SetAction(result => link(Read(result), result.GetValue(_timing)));
    }

    private LinkRequest Read(ParseResult result) => new()
    {
        RuntimePack = result.GetRequiredValue(_runtimePack),
        EntryAssembly = result.GetRequiredValue(_entry),
        RuntimeConfiguration = result.GetRequiredValue(_runtimeConfig),
        Output = result.GetRequiredValue(_output),
        References = result.GetValue(_reference) ?? [],
        Satellites = [.. (result.GetValue(_satellite) ?? []).Select(ParseSatellite)],
        Symbols = result.GetValue(_symbols) ?? [],
        Cultures = result.GetValue(_culture) ?? [],
        IcuData = result.GetValue(_icu),
        Initializers = result.GetValue(_initializer) ?? [],
        ImportLibraries = result.GetValue(_importLibrary) ?? [],
        AppBundle = result.GetValue(_appBundle),
        Snapshot = !result.GetValue(_noSnapshot),
        Training = result.GetValue(_noTraining) ? null : new TrainingInput
        {
            Arguments = result.GetValue(_trainingArgument) ?? [],
            Directory = result.GetValue(_trainingDirectory),
            StandardInput = result.GetValue(_trainingInput),
        },
        KeepNames = result.GetValue(_keepNames),
        KeepDebugger = result.GetValue(_debugger),
        WasiVersion = result.GetValue(_wasiVersion) == "0.2" ? WasiVersion.Preview2 : WasiVersion.Preview1,
        Cache = CompilationCache.Default,
    };

    private static Satellite ParseSatellite(string value)
    {
        int equals = value.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && equals < value.Length - 1
            ? new Satellite(value[..equals], value[(equals + 1)..])
            : throw new CommandLineException($"--satellite '{value}' does not name a culture and a file; write it as CULTURE=FILE");
    }
}
