using System.Text;
using Skiff.Hosting;
using Skiff.Linker.Program;

namespace Skiff.Linker.Snapshot;

/// <summary>
/// Boots a program with the runtime pack's own <c>dotnet.wasm</c> up to its <c>Main</c>. It is given nothing: no directories,
/// environment and arguments, and clocks and random bytes that are always the same.
/// </summary>
internal static class Boot
{
    /// <summary>The most memory that booting may take: 1 GiB.</summary>
    internal const long MemoryLimit = 1L << 30;

    /// <summary>Boots the program.</summary>
    /// <param name="runtimePath">The runtime.</param>
    /// <param name="program">The program.</param>
    /// <param name="request">How long that may take, and where machine code is kept.</param>
    /// <param name="phases">Is told of it.</param>
    /// <exception cref="AppLinkException">The program does not get as far as <c>Main</c>.</exception>
    /// <exception cref="EngineNotFoundException">There is no engine to boot it on.</exception>
    public static SnapshotImage Run(string runtimePath, ProgramBundle program, LinkRequest request, Phases phases)
    {
        using Engine engine = new(new EngineOptions { Interruptible = true });
        using CompiledModule module = Load(engine, runtimePath, request.Cache, phases);
        string[] globals = RequireLinkingInterface(module);
        byte[] methods = Train(engine, module, program, request, phases);
        return phases.Run(LinkPhase.Boot, () =>
        {
            using MemoryStream output = new();
            try
            {
                GuestOptions options = new()
                {
                    IsDeterministic = true,
                    StandardOutput = StandardOutput.ToStream(output),
                    StandardError = StandardOutput.ToStream(output),
                    TimeLimit = request.BootTimeLimit,
                    MemoryLimit = MemoryLimit,
                };
                return GuestInstance.Run(module, options, guest => Run(guest, program.Block, methods, globals));
            }
            catch (TimeLimitException exception)
            {
                throw new AppLinkException(
                    LinkError.BootTimedOut,
                    $"booting the program for its snapshot took longer than {request.BootTimeLimit.TotalSeconds:0.###} s; "
                    + "let its snapshot initializers do less, or publish without a snapshot",
                    exception);
            }
            catch (Exception exception) when (exception is TrapException or GuestExitException or MemoryLimitException)
            {
                throw Failed(exception, Text(output));
            }
            finally
            {
                if (output.Length > 0)
                {
                    phases.ProgramWrote(Text(output));
                }
            }
        });
    }

    /// <summary>Puts a program into an instance.</summary>
    /// <returns>The address of its bundle.</returns>
    public static uint Prepare(GuestInstance guest, byte[] bundle) => Put(guest, RuntimePackModule.BundleExport, bundle);

    private static SnapshotImage Run(GuestInstance guest, byte[] bundle, byte[] methods, string[] globals)
    {
        uint address = Prepare(guest, bundle);
        if (methods.Length > 0)
        {
            Put(guest, RuntimePackModule.MethodsExport, methods);
        }

        guest.Call(RuntimePackModule.BootExport);
        return new SnapshotImage(guest.Memory.ToArray(), globals.ToDictionary(name => name, guest.GetGlobal), address);
    }

    private static uint Put(GuestInstance guest, string allocate, byte[] bytes)
    {
        uint address = (uint)guest.Call(allocate, bytes.Length);
        bytes.CopyTo(guest.Memory[checked((int)address)..]);
        return address;
    }

    private static byte[] Train(Engine engine, CompiledModule module, ProgramBundle program, LinkRequest request, Phases phases)
    {
        // A library has nothing to run.
        if (program.IsLibrary || request.Training is not { } input)
        {
            return [];
        }

        // Methods have names, so that they may be learnt on the runtime for modules, which is the one that can be given files.
        using CompiledModule? other = request.WasiVersion == WasiVersion.Preview1
            ? null
            : Load(engine, Path.Combine(request.RuntimePack, RuntimePackModule.FileName(WasiVersion.Preview1)), request.Cache, phases);
        return phases.Run(LinkPhase.Train, () => Training.Run(other ?? module, program.Block, input, request, phases));
    }

    private static CompiledModule Load(Engine engine, string path, CompilationCache? cache, Phases phases)
    {
        CompilationPhase observer = new(phases);
        try
        {
            return cache is null
                ? CompiledModule.Compile(engine, File.ReadAllBytes(path), observer)
                : cache.Load(engine, path, observer);
        }
        catch (InvalidModuleException exception)
        {
            throw new AppLinkException(LinkError.InvalidRuntimePack, $"'{path}' cannot be compiled: {exception.Message.TrimEnd('.')}", exception);
        }
    }

    /// <summary>Makes sure that the module exports what booting needs.</summary>
    /// <returns>The names of its globals.</returns>
    private static string[] RequireLinkingInterface(CompiledModule module)
    {
        foreach (string name in (string[])
        [
            RuntimePackModule.BundleExport, RuntimePackModule.MethodsExport, RuntimePackModule.BootExport,
            RuntimePackModule.StartExport, RuntimePackModule.NotesExport, RuntimePackModule.TrainExport,
        ])
        {
            if (!module.Exports.Any(export => export.Kind == ModuleItemKind.Function && export.Name == name))
            {
                throw RuntimePackModule.Missing(name);
            }
        }

        return [.. module.Exports.Where(export => export.Kind == ModuleItemKind.Global).Select(export => export.Name)];
    }

    private static AppLinkException Failed(Exception exception, string output)
    {
        string how = exception switch
        {
            GuestExitException exit => $"it ended itself with exit code {exit.ExitCode}",
            TrapException trap => trap.Reason,
            _ => exception.Message,
        };
        string? said = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault();
        string after = said is null ? "" : $" after it had written \"{said}\"";
        return new AppLinkException(
            LinkError.BootFailed, $"the program cannot be booted for its snapshot: {how}{after}; publish it without a snapshot to see whether it runs at all", exception);
    }

    private static string Text(MemoryStream output) => Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);

    private sealed class CompilationPhase(Phases phases) : ICompilationObserver
    {
        private IDisposable? _phase;

        public void CompilationStarted(ReadOnlyMemory<byte> wasm) => _phase = phases.Begin(LinkPhase.CompileRuntime);

        public void CompilationFinished() => _phase?.Dispose();
    }
}
