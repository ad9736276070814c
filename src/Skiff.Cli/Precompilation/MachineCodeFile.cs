using Skiff.Hosting;

namespace Skiff.Cli.Precompilation;

/// <summary>A file of machine code as what <c>skiff run</c> is to run.</summary>
internal static class MachineCodeFile
{
    /// <summary>Whether a file is one, which its name tells.</summary>
    public static bool Is(string path) => path.EndsWith(PrecompiledModule.Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens one that may be executed and can do what the options ask for.</summary>
    public static PrecompiledModule Open(string path, RunOptions options)
    {
        try
        {
            PrecompiledModule module = options.AllowPrecompiled
                ? PrecompiledModule.OpenUnauthenticated(path)
                : PrecompiledModule.Open(path, Key(), options.NoCache ? null : CompilationCache.Default);
            Require(module.EngineOptions, options);
            return module;
        }
        catch (InvalidModuleException exception)
        {
            throw new CommandLineException($"'{options.Target}' cannot be run: {exception.Message}");
        }
        catch (UntrustedModuleException exception)
        {
            throw new CommandLineException(
                $"'{options.Target}' is not run, since {exception.Message}; compile the program here, or add --allow-precompiled if you trust whoever could have written the file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{path}' cannot be read ({exception.Message}); check its permissions");
        }
    }

    private static PrecompilationKey? Key()
    {
        try
        {
            return PrecompilationKey.DefaultFile is { } file ? PrecompilationKey.Read(file) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"no precompiled program can be run: {exception.Message}");
        }
    }

    private static void Require(EngineOptions? code, RunOptions options)
    {
        if (code is { Interruptible: false } && options.Limits.Time is not null)
        {
            throw new CommandLineException($"'{options.Target}' cannot be interrupted, as a time limit needs; compile it with --interruptible, or leave the limit out");
        }

        if (code is { MeterFuel: false } && options.Limits.Fuel is not null)
        {
            throw new CommandLineException($"'{options.Target}' does not count instructions, as a limit of fuel needs; compile it with --fuel, or leave the limit out");
        }
    }
}
