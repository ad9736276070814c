using System.Text.Json;
using Skiff.Wasm.Tests.Judges;

namespace Skiff.Linker.Tests.Hosts;

/// <summary>Runs a module on Node's WASI; tests are skipped where there is no Node.</summary>
internal static class NodeHost
{
    public static Outcome Run(string module, string[] arguments, params KeyValuePair<string, string>[] environment)
    {
        string options = JsonSerializer.Serialize(
            new { module, args = (string[])["/app.wasm", .. arguments], env = environment.ToDictionary() });
        try
        {
            (int exitCode, string output, string error) = Node.Run(
                "node", ["--no-warnings", "--single-threaded-gc", Path.Combine(AppContext.BaseDirectory, "node-wasi.mjs"), options]);
            return new Outcome(exitCode, output, error);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("Node is not installed; it runs modules here.");
            throw;
        }
    }
}
