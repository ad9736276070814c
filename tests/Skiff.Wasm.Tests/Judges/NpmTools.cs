namespace Skiff.Wasm.Tests.Judges;

/// <summary>
/// wabt, binaryen and jco from npm, pinned by <c>tests/judges/package-lock.json</c> and installed beside it on first use.
/// Tests are skipped where npm is missing or cannot reach its registry.
/// </summary>
internal static class NpmTools
{
    private static readonly Lazy<(string? Directory, string? Reason)> s_tools = new(Install);

    /// <summary>Where the packages are; the test is skipped if they cannot be installed.</summary>
    public static string Modules
    {
        get
        {
            (string? directory, string? reason) = s_tools.Value;
            Assert.SkipWhen(directory is null, reason ?? "");
            return Path.GetDirectoryName(directory)!;
        }
    }

    /// <summary>The command of jco; the test is skipped if it cannot be installed.</summary>
    public static string JcoCommand => Path.Combine(Modules, ".bin", "jco");

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
            // Test projects run side by side, and one installation is for all.
            using FileStream turn = WaitForTurn(Directory.CreateDirectory(Path.Combine(judges, "obj")).FullName);
            string[] wanted = [Path.Combine(tools, "wasm-validate"), Path.Combine(tools, "wasm-opt"), Path.Combine(tools, "jco")];
            if (!wanted.All(Path.Exists))
            {
                // Not `npm ci`: it insists on optional packages for other platforms that were never published.
                (int exitCode, string output, string error) = Node.Run("npm", ["install", "--no-save", "--no-audit", "--no-fund"], judges);
                if (exitCode != 0)
                {
                    return (null, $"npm could not install wabt, binaryen and jco: {(output + error).Trim()}");
                }
            }

            return (tools, null);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, "npm is not installed; it brings wabt, binaryen and jco, which judge modules and components here.");
        }
    }

    private static FileStream WaitForTurn(string directory)
    {
        for (DateTime end = DateTime.UtcNow.AddMinutes(5); ;)
        {
            try
            {
                return new FileStream(Path.Combine(directory, "installing"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < end)
            {
                Thread.Sleep(100);
            }
        }
    }
}
