using System.Diagnostics;

namespace Skiff.Linker.Tests;

/// <summary>A link that is killed leaves the old file or the new one.</summary>
public sealed class KillTests
{
    private const int Kills = 20;

    [Fact]
    public async Task Killing_it_at_any_moment_leaves_a_whole_file()
    {
        using TemporaryDirectory directory = new();
        byte[] old = LinkWhole(directory.File("old.wasm"), keepNames: false);
        byte[] wanted = LinkWhole(directory.File("new.wasm"), keepNames: true);
        string output = directory.File("app.wasm");
        int seed = Random.Shared.Next();
        Random random = new(seed);
        int replaced = 0;
        for (int i = 0; i < Kills; i++)
        {
            File.WriteAllBytes(output, old);
            await LinkAndKill(output, TimeSpan.FromMilliseconds(random.Next(300)));

            byte[] left = File.ReadAllBytes(output);
            bool isNew = left.AsSpan().SequenceEqual(wanted);
            Assert.True(isNew || left.AsSpan().SequenceEqual(old), $"{left.Length} bytes are neither the old nor the new file; seed {seed}");
            replaced += isNew ? 1 : 0;
        }

        // What the killed ones left does not stand in the way.
        LinkWhole(output, keepNames: true);
        Assert.Equal(wanted.Length, new FileInfo(output).Length);
        Assert.Equal(3, Directory.GetFiles(directory.Path).Length);
        TestContext.Current.SendDiagnosticMessage($"{replaced} of {Kills} links were done before they were killed");
    }

    private static byte[] LinkWhole(string output, bool keepNames)
    {
        AppLinker.Link(GuestProgram.Request(output) with { Snapshot = false, KeepNames = keepNames });
        return File.ReadAllBytes(output);
    }

    /// <summary>Kills the command some time after it has said that it writes.</summary>
    private static async Task LinkAndKill(string output, TimeSpan after)
    {
        LinkRequest request = GuestProgram.Request(output);
        string[] arguments =
        [
            Built.Command, "link", "--runtime-pack", request.RuntimePack, "--entry", request.EntryAssembly,
            "--runtime-config", request.RuntimeConfiguration, "--output", output, "--no-snapshot", "--keep-names",
            .. request.References.SelectMany(path => (string[])["--reference", path]),
            .. request.Satellites.SelectMany(satellite => (string[])["--satellite", $"{satellite.Culture}={satellite.Path}"]),
            .. request.Symbols.SelectMany(path => (string[])["--symbols", path]),
        ];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource limit = new(TimeSpan.FromMinutes(1));
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(limit.Token);
                Assert.True(line is not null, await error);
            }
            while (!line.StartsWith("writing", StringComparison.Ordinal));

            await Task.Delay(after, CancellationToken.None);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(limit.Token);
        }
    }
}
