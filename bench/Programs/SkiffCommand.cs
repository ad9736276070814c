namespace Skiff.Benchmarks.Programs;

/// <summary>The <c>skiff</c> command as it is packed for this kind of machine.</summary>
/// <param name="Path">The executable.</param>
/// <param name="Form">Native AOT, or ReadyToRun where that is not to be had.</param>
internal sealed record SkiffCommand(string Path, string Form)
{
    /// <summary>Publishes it.</summary>
    public static SkiffCommand Build()
    {
        Console.WriteLine("building skiff ...");
        string folder = System.IO.Path.Combine(Repository.Work, "skiff");
        if (Directory.Exists(folder))
        {
            // What is left of another form would be taken for this one.
            Directory.Delete(folder, recursive: true);
        }

        DotNet.Run("publish", Repository.Command, "-c", "Release", "-r", Repository.RuntimeIdentifier, "-o", folder, "-v", "quiet");
        return new SkiffCommand(
            System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "skiff.exe" : "skiff"),
            File.Exists(System.IO.Path.Combine(folder, "skiff.dll")) ? "ReadyToRun" : "Native AOT");
    }

    /// <summary>The command line that runs something in a directory of its own.</summary>
    public IReadOnlyList<string> Run(string target, string? directory) => directory is null
        ? [Path, "run", target]
        : [Path, "run", "--dir", directory + "::/text", target, "--", "/text"];
}
