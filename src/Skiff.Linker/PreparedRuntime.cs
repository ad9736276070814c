using Skiff.Linker.DeadCode;
using Skiff.Linker.Interop;
using Skiff.Linker.Program;
using Skiff.Wasm.References;

namespace Skiff.Linker;

/// <summary>The runtime, cut to what a program can reach.</summary>
/// <param name="Module">Its module.</param>
/// <param name="DeadData">Static data that the module does not use any more.</param>
/// <param name="Interop">The functions that calls to and from the host go through, when the program has such.</param>
internal sealed record PreparedRuntime(RuntimePackModule Module, IReadOnlyList<DataRange> DeadData, RuntimeFunctions? Interop)
{
    /// <summary>Reads and cuts it.</summary>
    /// <param name="request">The program.</param>
    /// <param name="path">The runtime's module, for messages, beside which is what its parts refer to.</param>
    /// <param name="bytes">The module.</param>
    /// <param name="reading">Gives the program.</param>
    /// <param name="phases">Is told of it.</param>
    /// <exception cref="AppLinkException">The runtime pack, or an assembly, is not what it should be.</exception>
    public static PreparedRuntime Make(LinkRequest request, string path, byte[] bytes, Task<ProgramBundle> reading, Phases phases)
    {
        RuntimePackModule module = phases.Run(LinkPhase.ReadRuntime, () => RuntimePackModule.Read(path, bytes));
        RuntimeFunctions? interop = reading.GetAwaiter().GetResult().Interop.IsEmpty ? null : new RuntimeFunctions(module.Module);
        interop?.KeepByExports();
        if (request.KeepDebugger || request.AppBundle)
        {
            return new PreparedRuntime(module, [], interop);
        }

        return phases.Run(LinkPhase.RemoveDeadCode, () =>
        {
            string referencesPath = Path.ChangeExtension(path, ".references");
            byte[] references = InputFile.Read(referencesPath, "the references of the runtime");
            try
            {
                DeadCodeOptions options = new() { References = ReferenceGraph.Read(new MemoryStream(references)) };
                DeadCodeResult result = DeadCodeRemoval.Apply(module.Module, [request.EntryAssembly, .. request.References], options);
                return new PreparedRuntime(module, result.DeadData, interop);
            }
            catch (InvalidDataException exception)
            {
                throw new AppLinkException(LinkError.InvalidRuntimePack, $"'{referencesPath}' does not fit: {exception.Message.TrimEnd('.')}", exception);
            }
            catch (BadImageFormatException exception)
            {
                throw new AppLinkException(LinkError.InvalidAssemblies, exception.Message.TrimEnd('.'), exception);
            }
        });
    }
}
