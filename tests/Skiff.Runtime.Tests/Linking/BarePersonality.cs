using System.Runtime.InteropServices;

namespace Skiff.Runtime.Tests.Linking;

/// <summary>Makes this assembly a personality that starts the runtime and satisfies none of its imports.</summary>
internal static class BarePersonality
{
    [UnmanagedCallersOnly(EntryPoint = "_start")]
    internal static void Start() => _ = LoadAssembly(0);

    [DllImport("runtime", EntryPoint = "mono_wasm_assembly_load")]
    private static extern int LoadAssembly(int name);
}
