using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>`wasi:filesystem/preopens`.</summary>
internal static unsafe class PreopenedDirectories
{
    /// <summary>The result is a list of <see cref="PreopenedDirectory"/>.</summary>
    [DllImport("wasi:filesystem/preopens@0.2.12", EntryPoint = "get-directories")]
    internal static extern void GetDirectories(List* result);
}
