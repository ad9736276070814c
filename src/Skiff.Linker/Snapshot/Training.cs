using System.Buffers.Binary;
using Skiff.Hosting;
using Skiff.Linker.Program;

namespace Skiff.Linker.Snapshot;

/// <summary>
/// Runs a program, in an instance that is thrown away, to learn which methods it calls. However it ends and whatever it
/// writes, nothing but the list of methods is kept (docs/architecture.md, "Methods that a snapshot has compiled").
/// </summary>
internal static class Training
{
    /// <summary>The room for the methods' names, ten times what a program with a large base class library calls.</summary>
    private const int NotesSize = 16 << 20;

    /// <summary>Runs it.</summary>
    /// <returns>The methods, as <c>skiff_methods</c> takes them; empty when nothing was learnt.</returns>
    /// <exception cref="AppLinkException">What it is to be given is not there.</exception>
    public static byte[] Run(CompiledModule module, byte[] bundle, TrainingInput input, LinkRequest request, Phases phases)
    {
        if (input.Directory is { } directory && !Directory.Exists(directory))
        {
            throw new AppLinkException(LinkError.UnreadableInput, $"the directory for training '{directory}' does not exist");
        }

        GuestOptions options = new()
        {
            IsDeterministic = true,
            Arguments = ["program.wasm", .. input.Arguments],
            Directories = input.Directory is null ? [] : [new GuestDirectory(input.Directory, "/", ReadOnly: true)],
            StandardInput = input.StandardInput is { } path ? StandardInput.FromBytes(InputFile.Read(path, "the standard input for training")) : StandardInput.Empty,
            TimeLimit = request.TrainingTimeLimit,
            MemoryLimit = Boot.MemoryLimit,
        };
        try
        {
            return GuestInstance.Run(module, options, guest => Run(guest, bundle, request));
        }
        catch (TimeLimitException)
        {
            // How far it got is chance, and the same inputs shall give the same bytes.
            phases.TrainingTimedOut(request.TrainingTimeLimit);
            return [];
        }
    }

    private static byte[] Run(GuestInstance guest, byte[] bundle, LinkRequest request)
    {
        Boot.Prepare(guest, bundle);
        int notes = guest.Call(RuntimePackModule.NotesExport, NotesSize);
        try
        {
            guest.Call(RuntimePackModule.BootExport);
            guest.Call(RuntimePackModule.TrainExport);
        }
        catch (Exception exception) when (exception is TrapException or GuestExitException or MemoryLimitException)
        {
            // How the program ends here is its own affair; when it cannot even be booted, the boot for the snapshot says so.
        }

        int size = BinaryPrimitives.ReadInt32LittleEndian(guest.Memory[notes..]);
        string library = Path.Combine(request.RuntimePack, "managed");
        return MethodNotes.Arrange(
            guest.Memory.Slice(notes + sizeof(int), size), request.Symbols, assembly => !File.Exists(Path.Combine(library, $"{assembly}.dll")));
    }
}
