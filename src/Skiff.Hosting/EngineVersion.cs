namespace Skiff.Hosting;

/// <summary>The version of the engine that this library is made for.</summary>
public static class EngineVersion
{
    /// <summary>The version of the <c>Wasmtime</c> package, such as <c>50.0.1</c>.</summary>
    public static string Text => ThisAssembly.WasmtimeVersion;
}
