namespace Skiff.Runtime.Unsupported;

[Patch("System.IO.Pipes", "System.SR")]
internal static class PipesTexts
{
    public static string get_Pipes_PlatformNotSupported() =>
        "A WASI program has no other process to share a pipe with; use System.IO.Pipelines or System.Threading.Channels within it.";
}
