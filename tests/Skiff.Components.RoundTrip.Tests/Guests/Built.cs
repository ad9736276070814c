using System.Reflection;

namespace Skiff.Components.RoundTrip.Tests.Guests;

/// <summary>What the build made for these tests.</summary>
internal static class Built
{
    /// <summary>The directory of the runtime pack.</summary>
    public static string RuntimePack => Get(nameof(RuntimePack));

    /// <summary>The directory of the guest library, built for any runtime.</summary>
    public static string Guest => Get(nameof(Guest));

    /// <summary>The directory of the generator of bindings.</summary>
    public static string Generator => Get(nameof(Generator));

    /// <summary>The directory of the guest library's <c>.wit</c> files.</summary>
    public static string Wit => Get(nameof(Wit));

    private static string Get(string key) =>
        typeof(Built).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
