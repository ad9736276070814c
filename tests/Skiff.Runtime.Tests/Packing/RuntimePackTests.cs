using Skiff.Runtime.Packing;

namespace Skiff.Runtime.Tests.Packing;

public sealed class RuntimePackTests
{
    [Fact]
    public void A_pack_is_made_again_only_where_its_inputs_have_changed()
    {
        using var directory = new TemporaryDirectory();
        var pack = Path.Combine(directory.Path, "pack");
        var module = Path.Combine(pack, "dotnet.wasm");
        var library = Path.Combine(pack, "managed", "System.Private.CoreLib.dll");
        var old = new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        new RuntimePack(Built.Package, Built.Patches, Built.Personality, Built.Personality02).Make(pack);
        File.SetLastWriteTimeUtc(module, old);
        File.SetLastWriteTimeUtc(library, old);

        new RuntimePack(Built.Package, Built.Patches, Built.Personality, Built.Personality02).Make(pack);

        Assert.Equal(old, File.GetLastWriteTimeUtc(module));
        Assert.Equal(old, File.GetLastWriteTimeUtc(library));

        var personality = Path.Combine(directory.Path, "Skiff.Personality.dll");
        File.WriteAllBytes(personality, [.. File.ReadAllBytes(Built.Personality), 0]);

        new RuntimePack(Built.Package, Built.Patches, personality, Built.Personality02).Make(pack);

        Assert.NotEqual(old, File.GetLastWriteTimeUtc(module));
        Assert.Equal(old, File.GetLastWriteTimeUtc(library));
    }

    [Fact]
    public void The_same_inputs_make_the_same_pack()
    {
        using var directory = new TemporaryDirectory();
        new RuntimePack(Built.Package, Built.Patches, Built.Personality, Built.Personality02).Make(directory.Path);

        foreach (var file in Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(RuntimePackManifest.FileName, StringComparison.Ordinal)))
        {
            var built = Path.Combine(Built.RuntimePack, Path.GetRelativePath(directory.Path, file));
            Assert.True(File.ReadAllBytes(built).AsSpan().SequenceEqual(File.ReadAllBytes(file)), $"{file} differs from {built}.");
        }
    }
}
