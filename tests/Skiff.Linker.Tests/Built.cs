using System.Reflection;

namespace Skiff.Linker.Tests;

/// <summary>What the build made for these tests.</summary>
internal static class Built
{
    /// <summary>The directory of the runtime pack.</summary>
    public static string RuntimePack => Path.GetFullPath(Get(nameof(RuntimePack)));

    private static string Get(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
