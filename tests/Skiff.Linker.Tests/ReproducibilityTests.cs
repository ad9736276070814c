using System.Text;

namespace Skiff.Linker.Tests;

/// <summary>The same inputs give the same bytes, and a link that is killed leaves the old file or the new one.</summary>
public sealed class ReproducibilityTests
{
    [Theory]
    [InlineData(false, WasiVersion.Preview1)]
    [InlineData(true, WasiVersion.Preview1)]
    [InlineData(true, WasiVersion.Preview2)]
    public void The_same_program_is_the_same_file_wherever_and_whenever_it_is_linked(bool snapshot, WasiVersion version)
    {
        using TemporaryDirectory first = new();
        using TemporaryDirectory second = new();
        LinkRequest request = GuestProgram.Request(first.File("app.wasm")) with { Snapshot = snapshot, WasiVersion = version };
        LinkRequest moved = request with
        {
            Output = second.File("other name.wasm"),
            EntryAssembly = Copy(request.EntryAssembly, second),
            RuntimeConfiguration = Copy(request.RuntimeConfiguration, second),
            References = [.. request.References.Reverse().Select(path => Copy(path, second))],
            Symbols = [.. request.Symbols.Select(path => Copy(path, second))],
        };

        AppLinker.Link(request);
        string? zone = Environment.GetEnvironmentVariable("TZ");
        try
        {
            Environment.SetEnvironmentVariable("TZ", "Pacific/Chatham");
            AppLinker.Link(moved);
        }
        finally
        {
            Environment.SetEnvironmentVariable("TZ", zone);
        }

        Assert.True(File.ReadAllBytes(request.Output).AsSpan().SequenceEqual(File.ReadAllBytes(moved.Output)));
    }

    [Theory]
    [InlineData(WasiVersion.Preview1)]
    [InlineData(WasiVersion.Preview2)]
    public void Nothing_of_this_machine_is_in_a_snapshot(WasiVersion version)
    {
        using TemporaryDirectory directory = new();
        LinkRequest request = GuestProgram.Request(directory.File("app.wasm")) with { WasiVersion = version };

        AppLinker.Link(request);

        byte[] bytes = File.ReadAllBytes(request.Output);
        foreach (string text in (string[])[directory.Path, Environment.CurrentDirectory, Built.RuntimePack])
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) < 0, text);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) < 0, text);
        }
    }

    private static string Copy(string path, TemporaryDirectory directory)
    {
        string copy = directory.File(Path.GetFileName(path));
        File.Copy(path, copy);
        return copy;
    }
}
