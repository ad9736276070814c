namespace Skiff.Runtime.Identity;

[Patch(Bcl.CoreLib, "System.Runtime.InteropServices.RuntimeInformation")]
internal static class RuntimeInformationPatch
{
    public static string get_OSDescription() => "WASI";
}
