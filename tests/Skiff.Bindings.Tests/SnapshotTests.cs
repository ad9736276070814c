using System.Reflection;

namespace Skiff.Bindings.Tests;

/// <summary>
/// What is made of the worlds in <c>data</c>, whole, as the .cs file beside each says. Set SKIFF_ACCEPT to 1 to have those
/// files written anew, and read the difference.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string s_data = typeof(SnapshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(item => item.Key == "DataDirectory").Value!;

    public static TheoryData<string> Worlds =>
        [.. Directory.EnumerateFiles(s_data, "*.wit").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public void A_world_becomes_this_code(string name)
    {
        GeneratedCode code = GeneratedCode.WithImplementations(File.ReadAllText(Path.Combine(s_data, name + ".wit"))).Clean();
        string path = Path.Combine(s_data, name + ".cs");
        string text = code.Text;
        if (Environment.GetEnvironmentVariable("SKIFF_ACCEPT") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }
}
