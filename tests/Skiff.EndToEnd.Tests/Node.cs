using System.ComponentModel;

namespace Skiff.EndToEnd.Tests;

/// <summary>Node's own WASI preview 1, as a second host.</summary>
internal static class Node
{
    private const int LeastVersion = 20;

    /// <summary>The script that runs a bundle.</summary>
    public static string Harness => Path.Combine(AppContext.BaseDirectory, "node-wasi.mjs");

    /// <summary>Skips the test where Node is missing or too old, saying so.</summary>
    public static async Task RequireAsync(string directory)
    {
        string version;
        try
        {
            version = (await Command.RunAsync("node", ["--version"], directory, [])).Output.Trim();
        }
        catch (Win32Exception)
        {
            Assert.Skip($"Node is not installed; version {LeastVersion} or later is the second WASI host of this test.");
            return;
        }

        Assert.SkipUnless(int.Parse(version.TrimStart('v').Split('.')[0]) >= LeastVersion, $"Node is {version}; this test needs version {LeastVersion} or later.");
    }
}
