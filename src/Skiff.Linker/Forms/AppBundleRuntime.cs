using Skiff.Wasm;

namespace Skiff.Linker.Forms;

/// <summary>The form of a program whose files are beside the module: an AppBundle. Only what calls to and from the host need is in it.</summary>
internal static class AppBundleRuntime
{
    /// <summary>Puts that into the module.</summary>
    /// <param name="runtime">The module.</param>
    /// <param name="interop">The interop data.</param>
    /// <param name="entries">The functions of which one is called first.</param>
    /// <param name="interopBase">The global that is to have its address; null if there is none.</param>
    public static void Apply(RuntimePackModule runtime, byte[] interop, IReadOnlyList<Function> entries, Global? interopBase)
    {
        if (interopBase is not null)
        {
            // A bundle that the runtime knows of would be run; what this allocates nobody but the interop functions knows.
            Function allocate = runtime.GetFunction(RuntimePackModule.ReallocExport);
            LoadedData.Add(
                runtime, interop, "interop", entries, body => body.I32Const(0).I32Const(0).I32Const(sizeof(long)).I32Const(interop.Length).Call(allocate), interopBase, interopOffset: 0);
        }
    }
}
