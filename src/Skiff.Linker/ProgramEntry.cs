using Skiff.Linker.Program;
using Skiff.Wasm;

namespace Skiff.Linker;

/// <summary>How a host gets into a program.</summary>
/// <param name="Exports">What the linked module exports for it, besides what the program itself exports.</param>
/// <param name="First">The functions of which one is called before anything else of the runtime.</param>
/// <param name="Enter">What an export of the program calls first; null where the program runs already.</param>
internal sealed record ProgramEntry(IReadOnlyList<Export> Exports, IReadOnlyList<Function> First, Function? Enter)
{
    /// <summary>Finds the functions of the runtime.</summary>
    /// <exception cref="AppLinkException">It lacks one.</exception>
    public static ProgramEntry Of(RuntimePackModule runtime, ProgramBundle program, WasiVersion version, bool hasSnapshot)
    {
        if (version == WasiVersion.Preview1)
        {
            Function start = runtime.GetFunction(hasSnapshot ? RuntimePackModule.StartExport : RuntimePackModule.CommandExport);
            return new ProgramEntry([new Export(RuntimePackModule.CommandExport, start)], [start], null);
        }

        Function enter = runtime.GetFunction(RuntimePackModule.EnterExport);
        Function run = runtime.GetFunction(RuntimePackModule.RunExport);
        Export realloc = new(RuntimePackModule.ReallocExport, runtime.GetFunction(RuntimePackModule.ReallocExport));
        return program.World!.Run is { } name
            ? new ProgramEntry([realloc, new Export(name, run)], [enter, run], enter)
            : new ProgramEntry([realloc], [enter], enter);
    }
}
