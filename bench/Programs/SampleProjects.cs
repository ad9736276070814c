using System.Text.RegularExpressions;

namespace Skiff.Benchmarks.Programs;

/// <summary>The samples as projects of the benchmark: for WASI, and without Skiff.</summary>
internal static partial class SampleProjects
{
    private static string Wasi => Path.Combine(Repository.Work, "wasi");

    /// <summary>Begins with the packages that this repository's build has just left.</summary>
    public static void Prepare()
    {
        Directory.CreateDirectory(Wasi);
        // A version that does not change, with new contents: NuGet must not keep it, nor take it from where others do.
        string packages = Path.Combine(Wasi, "packages");
        foreach (string package in Directory.Exists(packages) ? Directory.GetDirectories(packages, "skiff.*") : [])
        {
            Directory.Delete(package, recursive: true);
        }

        File.WriteAllText(Path.Combine(Wasi, "nuget.config"), $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{packages}" />
              </config>
              <packageSources>
                <add key="skiff" value="{Repository.PackageFeed}" />
                <add key="kept" value="{Repository.PackageCache}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="skiff">
                  <package pattern="Skiff.*" />
                </packageSource>
                <packageSource key="kept">
                  <package pattern="*" />
                </packageSource>
                <packageSource key="nuget.org">
                  <package pattern="*" />
                </packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        // What is above these folders is the repository's own, and none of a user's.
        foreach (string file in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
        {
            File.WriteAllText(Path.Combine(Repository.Work, file), "<Project />\n");
        }
    }

    /// <summary>Writes a sample as it is, for WASI.</summary>
    /// <param name="sample">Its name.</param>
    /// <param name="name">A name for the copy.</param>
    /// <returns>The project's folder.</returns>
    public static string WriteWasi(string sample, string name) => Write(sample, Path.Combine(Wasi, name), project => project);

    /// <summary>Writes a sample as a plain net10.0 project.</summary>
    public static string WritePlain(string sample, string name) =>
        Write(sample, Path.Combine(Repository.Work, name), project => SkiffLines().Replace(project, ""));

    private static string Write(string sample, string folder, Func<string, string> edit)
    {
        CopySources(Repository.Sample(sample), folder);
        string project = Path.Combine(folder, sample + ".csproj");
        File.WriteAllText(project, edit(File.ReadAllText(project)));
        return folder;
    }

    /// <summary>Copies all that is not built: also what the program is trained with.</summary>
    private static void CopySources(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (string file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (string directory in Directory.GetDirectories(from).Where(directory => Path.GetFileName(directory) is not ("bin" or "obj")))
        {
            CopySources(directory, Path.Combine(to, Path.GetFileName(directory)));
        }
    }

    [GeneratedRegex(".*(RuntimeIdentifier|Skiff).*\n")]
    private static partial Regex SkiffLines();
}
