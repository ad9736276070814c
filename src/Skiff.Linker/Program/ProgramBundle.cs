using Skiff.Linker.Bundling;
using Skiff.Linker.Interop;

namespace Skiff.Linker.Program;

/// <summary>A program as the linker needs it.</summary>
/// <param name="Block">Its bundle, with what calls to and from the host need behind it.</param>
/// <param name="Interop">What it calls of its host, and what it offers to it.</param>
/// <param name="InteropData">What that needs in memory.</param>
/// <param name="InteropOffset">Where in the block that is.</param>
internal sealed record ProgramBundle(byte[] Block, ProgramInterop Interop, InteropData InteropData, int InteropOffset)
{
    /// <summary>Reads a program.</summary>
    /// <exception cref="AppLinkException">It is not a program that can be linked.</exception>
    public static ProgramBundle Read(LinkRequest request)
    {
        IReadOnlyList<BundleEntry> entries = ProgramFiles.Read(request);
        string library = Path.Combine(request.RuntimePack, "managed");
        ProgramInterop interop = ProgramInterop.Read(entries, name => !File.Exists(Path.Combine(library, name)));
        InteropData data = new(interop);
        byte[] trailer = interop.IsEmpty ? [] : data.Bytes;
        try
        {
            byte[] block = Bundle.Write(entries, trailer);
            return new ProgramBundle(block, interop, data, block.Length - trailer.Length);
        }
        catch (OverflowException exception)
        {
            throw new AppLinkException(LinkError.TooLarge, "the program's files do not fit into 2 GiB; leave some out", exception);
        }
    }
}
