using System.Reflection;

namespace Skiff.Wasm.Tests;

/// <summary>The .NET runtime module from NuGet.</summary>
internal static class RuntimeModule
{
    public static string Directory { get; } = Metadata("RuntimeNativeDirectory");

    public static byte[] Bytes { get; } = File.ReadAllBytes(Path.Combine(Directory, "dotnet.native.wasm"));

    public static string Symbols => Path.Combine(Directory, "dotnet.native.js.symbols");

    public static string Metadata(string key) =>
        typeof(RuntimeModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
