using System.Reflection;

namespace Skiff.Linker.Tests;

/// <summary>What the build made for these tests.</summary>
internal static class Built
{
    /// <summary>The directory of the runtime pack.</summary>
    public static string RuntimePack => Get(nameof(RuntimePack));

    /// <summary>The directory of the guest program, built for any runtime.</summary>
    public static string Guest => Get(nameof(Guest));

    /// <summary>The directory of the guest program that calls its host, built for any runtime.</summary>
    public static string InteropGuest => Get(nameof(InteropGuest));

    /// <summary>The directory of the program whose assemblies call each other.</summary>
    public static string JoinedGuest => Get(nameof(JoinedGuest));

    /// <summary>The <c>skiff</c> command.</summary>
    public static string Command => Get(nameof(Command));

    private static string Get(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
