using System.Runtime.InteropServices;
using Skiff.Cli.Options;
using Skiff.Cli.Precompilation;
using Skiff.Cli.Targets;
using Skiff.Hosting;

namespace Skiff.Cli;

/// <summary>Does what <c>skiff run</c> is asked to.</summary>
internal static class GuestRun
{
    /// <summary>Runs the target.</summary>
    /// <returns>The guest's exit code, or one of <see cref="ExitCodes"/>.</returns>
    public static int Execute(RunOptions options)
    {
        RunTiming? timing = options.Timing ? new RunTiming() : null;
        timing?.Mark("command line");
        RunTarget target = RunTarget.Resolve(options.Target);
        PrecompiledModule? precompiled = MachineCodeFile.Is(target.ModulePath) ? MachineCodeFile.Open(target.ModulePath, options) : null;
        timing?.Mark("target");
        // Neither of the next three is disposed: the process ends, and the system takes back all at once what they would give up one by one.
        var engine = new Engine((precompiled?.EngineOptions ?? EngineOptionsFor(options.Limits)) with
        {
            MaxWasmStack = options.Limits.Stack ?? EngineOptions.DefaultMaxWasmStack,
        });
        timing?.Mark("engine");
        Func<GuestOptions, int> program = precompiled is null
            ? Load(engine, target.ModulePath, options, timing)
            : Load(precompiled, engine, options, timing);
        timing?.Mark("linking");
        if (OperatingSystem.IsWindows())
        {
            // Guests write UTF-8.
            Console.OutputEncoding = System.Text.Encoding.UTF8;
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, EndOnSignal);
        int exitCode = Run(program, new GuestOptions
        {
            Arguments = [options.Argv0 ?? target.Argv0, .. target.Arguments, .. options.Arguments],
            Environment = options.Environment,
            Directories = [.. target.Directories, .. options.Directories],
            StandardInput = StandardInput.Inherit,
            StandardOutput = StandardOutput.Inherit,
            StandardError = StandardOutput.Inherit,
            MemoryLimit = options.Limits.Memory,
            TimeLimit = options.Limits.Time,
            Fuel = options.Limits.Fuel,
            Observer = timing,
        }, options.Target);
        timing?.Mark("end");
        timing?.Write(Console.Error);
        return exitCode;
    }

    private static EngineOptions EngineOptionsFor(GuestLimits limits) => new()
    {
        Interruptible = limits.Time is not null,
        MeterFuel = limits.Fuel is not null,
    };

    private static Func<GuestOptions, int> Load(Engine engine, string path, RunOptions options, RunTiming? timing)
    {
        try
        {
            using var status = new CompilationStatus(Path.GetFileName(path));
            CompilationCache? cache = options.NoCache ? null : CompilationCache.Default;
            Func<GuestOptions, int> program = CompiledComponent.IsComponent(path)
                ? Prepare(
                    cache is null ? CompiledComponent.Compile(engine, File.ReadAllBytes(path), status) : cache.LoadComponent(engine, path, status), timing)
                : Prepare(cache is null ? CompiledModule.Compile(engine, File.ReadAllBytes(path), status) : cache.Load(engine, path, status), timing);
            if (cache?.StoreFailure is { } failure)
            {
                Report.Note($"the compiled program cannot be kept in '{cache.Directory}' ({failure.Message}), so that every run compiles it; "
                    + $"name another directory in {CompilationCache.DirectoryVariable}");
            }

            return program;
        }
        catch (InvalidModuleException exception)
        {
            throw new CommandLineException($"'{options.Target}' cannot be run: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{path}' cannot be read ({exception.Message}); check its permissions");
        }
    }

    private static Func<GuestOptions, int> Load(PrecompiledModule precompiled, Engine engine, RunOptions options, RunTiming? timing)
    {
        try
        {
            return precompiled.IsComponent ? Prepare(precompiled.LoadComponent(engine), timing) : Prepare(precompiled.Load(engine), timing);
        }
        catch (InvalidModuleException exception)
        {
            throw new CommandLineException($"'{options.Target}' cannot be run: {exception.Message}");
        }
    }

    private static Func<GuestOptions, int> Prepare(CompiledModule module, RunTiming? timing)
    {
        timing?.Mark("machine code");
        var command = new WasiCommand(module);
        return options => command.Run(options);
    }

    private static Func<GuestOptions, int> Prepare(CompiledComponent component, RunTiming? timing)
    {
        timing?.Mark("machine code");
        var command = new ComponentCommand(component);
        return options => command.Run(options);
    }

    private static int Run(Func<GuestOptions, int> program, GuestOptions options, string target)
    {
        try
        {
            return program(options);
        }
        catch (InvalidModuleException exception)
        {
            // What a component imports is looked up by the engine when it is instantiated.
            throw new CommandLineException($"'{target}' cannot be run: {exception.Message}");
        }
        catch (TrapException trap)
        {
            return Report.Trap(trap);
        }
        catch (TimeLimitException exception)
        {
            return Report.Error(exception.Message, ExitCodes.TimeLimit);
        }
        catch (MemoryLimitException exception)
        {
            return Report.Error($"{exception.Message}; raise it with --memory-limit", ExitCodes.MemoryLimit);
        }
        catch (DirectoryNotFoundException exception)
        {
            throw new CommandLineException(exception.Message);
        }
    }

    // A guest that computes cannot be reached unless its code was made for it; ending the process always works.
    private static void EndOnSignal(PosixSignalContext context) => Environment.Exit(ExitCodes.Interrupted);
}
