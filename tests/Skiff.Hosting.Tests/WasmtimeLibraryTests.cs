using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Tests;

public class WasmtimeLibraryTests
{
    [Fact]
    public void The_engines_package_is_found_beside_the_package_that_the_assembly_is_in()
    {
        string root = Path.Combine(Path.GetTempPath(), "packages");
        string tools = Path.Combine(root, "skiff.sdk", "0.1.0", "tools", "net10.0");
        string[] candidates = [.. WasmtimeLibrary.Candidates(tools)];
        Assert.StartsWith(tools, candidates[0], StringComparison.Ordinal);
        Assert.Contains(candidates, path => path.StartsWith(Path.Combine(root, "wasmtime", EngineVersion.Text, "runtimes"), StringComparison.Ordinal));
    }
}
