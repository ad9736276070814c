using System.Reflection;
using Skiff.Runtime.Packing;

namespace Skiff.Runtime.Tests;

/// <summary>What the build made before these tests.</summary>
internal static class Built
{
    public static RuntimePackage Package { get; } = new(Path("RuntimePackage"));

    public static string RuntimePack { get; } = Path("RuntimePack");

    public static string Patches { get; } = Path("Patches");

    public static string Personality { get; } = Path("Personality");

    public static string Personality02 { get; } = Path("Personality02");

    /// <summary>The folder of the guest program.</summary>
    public static string Guest { get; } = Path("Guest");

    private static string Path(string key) =>
        System.IO.Path.GetFullPath(typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!);
}
