using Skiff.Hosting;

namespace Skiff.Cli.Precompilation;

/// <summary>Does what <c>skiff compile</c> is asked to.</summary>
internal static class CompileRun
{
    /// <summary>Compiles the module and writes the file.</summary>
    /// <returns>0; what goes wrong is thrown.</returns>
    public static int Execute(CompileOptions options)
    {
        RequireTarget(options.Target);
        string keyFile = PrecompilationKey.DefaultFile
            ?? throw new CommandLineException($"there is no place for the key that authenticates the machine code; name a file in {PrecompilationKey.FileVariable}");
        using var engine = new Engine(new EngineOptions { Target = options.Target, Interruptible = options.Interruptible, MeterFuel = options.Fuel });
        Action<PrecompilationKey> write = Compile(engine, options);
        try
        {
            write(PrecompilationKey.ReadOrCreate(keyFile));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{options.Output}' cannot be written: {exception.Message.TrimEnd('.')}");
        }

        return 0;
    }

    private static void RequireTarget(string? target)
    {
        if (target is not null && !CompilationTarget.Supported.Contains(target))
        {
            throw new CommandLineException(
                $"the engine compiles for the kind of machine that it runs on, so that '{target}' is no --target here; write {string.Join(" or ", CompilationTarget.Supported)}, or compile on such a machine");
        }
    }

    /// <summary>Compiles the file, which must be a program.</summary>
    /// <returns>Writes the machine code.</returns>
    private static Action<PrecompilationKey> Compile(Engine engine, CompileOptions options)
    {
        string path = options.Module;
        try
        {
            using var status = new CompilationStatus(Path.GetFileName(path));
            CompilationCache? cache = CompilationCache.Default;
            if (CompiledComponent.IsComponent(path))
            {
                CompiledComponent component = cache?.LoadComponent(engine, path, status) ?? CompiledComponent.Compile(engine, File.ReadAllBytes(path), status);
                new ComponentCommand(component).Dispose();
                return key => PrecompiledModule.Write(component, options.Output, key);
            }

            CompiledModule module = cache?.Load(engine, path, status) ?? CompiledModule.Compile(engine, File.ReadAllBytes(path), status);
            new WasiCommand(module).Dispose();
            return key => PrecompiledModule.Write(module, options.Output, key);
        }
        catch (InvalidModuleException exception)
        {
            throw new CommandLineException($"'{path}' cannot be compiled: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{path}' cannot be read ({exception.Message.TrimEnd('.')}); check its name and permissions");
        }
    }
}
