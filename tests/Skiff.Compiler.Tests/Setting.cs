using System.Reflection;

namespace Skiff.Compiler.Tests;

/// <summary>What the project file tells the tests.</summary>
internal static class Setting
{
    /// <summary>The directories of the runtime package's assemblies.</summary>
    public static IReadOnlyList<string> RuntimePack { get; } = [Path.Combine(Value("RuntimePack"), "lib", "net10.0"), Path.Combine(Value("RuntimePack"), "native")];

    /// <summary>The directory of the project Skiff.Compiler.Programs.</summary>
    public static string Sources { get; } = Value("Sources");

    /// <summary>The assembly Skiff.Compiler.Programs.Unoptimized.</summary>
    public static string Unoptimized { get; } = Value("Unoptimized");

    private static string Value(string key) => typeof(Setting).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
