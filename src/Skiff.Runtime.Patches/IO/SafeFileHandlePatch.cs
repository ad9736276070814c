namespace Skiff.Runtime.IO;

/// <summary>FileShare holds within the program, as on any other Unix: the personality has <c>flock</c>.</summary>
[Patch(Bcl.CoreLib, "Microsoft.Win32.SafeHandles.SafeFileHandle")]
internal static class SafeFileHandlePatch
{
    public static bool get_DisableFileLocking() => FileLocking.IsDisabled;
}
