namespace Skiff.Wasm.Tests.Judges;

/// <summary>
/// wabt and binaryen from npm, pinned by <c>tests/judges/package-lock.json</c> and installed beside it on first use.
/// Tests are skipped where npm is missing or cannot reach its registry.
/// </summary>
internal static class NpmTools
{
    private static readonly Lazy<(string? Directory, string? Reason)> s_tools = new(Install);

    /// <summary>Asserts that wabt accepts a module.</summary>
    public static void AssertValidForWabt(byte[] module) => AssertAccepts("wasm-validate", ["--enable-all"], module);

    /// <summary>Asserts that binaryen accepts a module.</summary>
    public static void AssertValidForBinaryen(byte[] module) =>
        AssertAccepts("wasm-opt", ["--all-features", "--quiet", "--output", OperatingSystem.IsWindows() ? "NUL" : "/dev/null"], module);

    private static void AssertAccepts(string tool, string[] options, byte[] module)
    {
        (string? directory, string? reason) = s_tools.Value;
        Assert.SkipWhen(directory is null, reason ?? "");
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, module);
            (int exitCode, string output, string error) = Node.Run(Path.Combine(directory!, tool), [.. options, path]);
            Assert.True(exitCode == 0, output + error);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static (string? Directory, string? Reason) Install()
    {
        string judges = RuntimeModule.Metadata("JudgesDirectory");
        string tools = Path.Combine(judges, "node_modules", ".bin");
        try
        {
            if (!File.Exists(Path.Combine(tools, "wasm-validate")) || !File.Exists(Path.Combine(tools, "wasm-opt")))
            {
                (int exitCode, string output, string error) = Node.Run("npm", ["ci", "--no-audit", "--no-fund"], judges);
                if (exitCode != 0)
                {
                    return (null, $"npm could not install wabt and binaryen: {(output + error).Trim()}");
                }
            }

            return (tools, null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "npm is not installed; it brings wabt and binaryen, which judge modules here.");
        }
    }
}
