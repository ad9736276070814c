using Skiff.Linker.Components;
using Skiff.Linker.Forms;
using Skiff.Linker.Interop;
using Skiff.Linker.Program;
using Skiff.Linker.Snapshot;
using Skiff.Wasm;

namespace Skiff.Linker;

/// <summary>Makes one WebAssembly module or component of a program, its libraries and the runtime (docs/architecture.md, "Publishing").</summary>
public static class AppLinker
{
    /// <summary>Links a program. The same inputs give the same bytes, wherever and whenever that is.</summary>
    /// <param name="request">The program.</param>
    /// <param name="observer">Is told how it goes on.</param>
    /// <returns>What was written.</returns>
    /// <exception cref="AppLinkException">The program cannot be linked; the output is as it was before.</exception>
    public static LinkResult Link(LinkRequest request, ILinkObserver? observer = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        Phases phases = new(observer);
        string runtimePath = Path.Combine(request.RuntimePack, RuntimePackModule.FileName(request.WasiVersion));
        byte[] runtimeBytes = InputFile.Read(runtimePath, "the runtime");

        // The runtime is cut to size while the program is booted.
        Task<ProgramBundle> reading = Task.Run(() => phases.Run(LinkPhase.Bundle, () => ProgramBundle.Read(request)));
        Task<PreparedRuntime> code = Task.Run(() => PreparedRuntime.Make(request, runtimePath, runtimeBytes, reading, phases));
        ProgramBundle program = reading.GetAwaiter().GetResult();
        SnapshotImage? image = request.Snapshot && !request.AppBundle ? Boot.Run(runtimePath, program, request, phases) : null;
        PreparedRuntime runtime = code.GetAwaiter().GetResult();
        using (phases.Begin(LinkPhase.Assemble))
        {
            Assemble(runtime, program, image, request);
        }

        return phases.Run(LinkPhase.Write, () => Write(request, runtime.Module.Module, program.World));
    }

    private static void Assemble(PreparedRuntime prepared, ProgramBundle program, SnapshotImage? image, LinkRequest request)
    {
        RuntimePackModule runtime = prepared.Module;
        ProgramEntry entry = ProgramEntry.Of(runtime, program, request.WasiVersion, hasSnapshot: image is not null);
        InteropFunctions? interop = prepared.Interop is null
            ? null
            : new InteropFunctions(runtime, program.Interop, program.InteropData, prepared.Interop, entry.Enter);
        IReadOnlyList<Export> exports = interop?.Add(program.World) ?? [];
        if (request.AppBundle)
        {
            AppBundleRuntime.Apply(runtime, program.Block, entry.First, interop?.Base);
        }
        else if (image is null)
        {
            SingleFile.Apply(runtime, program.Block, entry.First, interop?.Base, program.InteropOffset);
        }
        else
        {
            interop?.Base.Initial = ConstantExpression.I32((int)image.BundleAddress + program.InteropOffset);
            SnapshotModule.Apply(runtime, image, program.Block, prepared.DeadData);
        }

        runtime.ExportOnly([.. entry.Exports, .. exports]);
        runtime.Module.RemoveUnreachable();
    }

    private static LinkResult Write(LinkRequest request, Module module, ProgramWorld? world)
    {
        if (!request.KeepNames)
        {
            Names.Strip(module);
        }

        Action<Stream> write = request.WasiVersion == WasiVersion.Preview1
            ? module.Write
            : stream => stream.Write(ComponentForm.Encode(module, world!).Write());
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(request.Output)) is { } directory)
            {
                Directory.CreateDirectory(directory);
            }

            return new LinkResult(request.Output, OutputFile.Write(request.Output, write));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AppLinkException(LinkError.UnwritableOutput, $"'{request.Output}' cannot be written: {exception.Message.TrimEnd('.')}", exception);
        }
    }
}
