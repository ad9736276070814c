namespace Skiff.Runtime.JavaScript;

/// <summary>The calls into JavaScript, of which there is none here.</summary>
[Patch("System.Runtime.InteropServices.JavaScript", "Interop/Runtime")]
internal static unsafe class RuntimePatch
{
    public static nint BindJSImportST(void* signature) => throw NoJavaScript();

    public static void BindAssemblyExports(nint assemblyNamePtr) => throw NoJavaScript();

    public static void ReleaseCSOwnedObject(nint jsHandle) => throw NoJavaScript();

    public static void InvokeJSFunction(nint functionHandle, nint data) => throw NoJavaScript();

    public static void ResolveOrRejectPromise(nint data) => throw NoJavaScript();

    public static void InvokeJSImportST(int importHandle, nint args) => throw NoJavaScript();

    public static void CancelPromise(nint gcHandle) => throw NoJavaScript();

    private static PlatformNotSupportedException NoJavaScript() =>
        new("A WASI program has no JavaScript to call; keep code that needs it out of the WASI build.");
}
