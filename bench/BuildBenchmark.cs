using System.Text.RegularExpressions;

namespace Skiff.Benchmarks;

/// <summary>How long <c>dotnet build</c> takes after a line of the program changed.</summary>
internal static partial class BuildBenchmark
{
    /// <summary>Measures the sample <c>hello</c>, as it is and as a plain net10.0 project.</summary>
    public static Row Run(string directory, int runs)
    {
        Console.WriteLine("build ...");
        File.WriteAllText(Path.Combine(directory, "nuget.config"), $"""<configuration><packageSources><add key="skiff" value="{Repository.PackageFeed}" /></packageSources></configuration>""");
        string project = File.ReadAllText(Path.Combine(Repository.Sample("hello"), "hello.csproj"));
        string wasi = Write(directory, "wasi", project);
        string plain = Write(directory, "plain", SkiffLines().Replace(project, ""));

        (TimeSpan[] skiff, TimeSpan[] coreClr) = Median.InTurn(runs, () => [ChangeAndBuild(wasi)], () => [ChangeAndBuild(plain)]);
        return Row.Difference("dotnet build after a one-line change", skiff[0], coreClr[0], limit: TimeSpan.FromSeconds(1));
    }

    private static string Write(string directory, string name, string project)
    {
        string folder = Directory.CreateDirectory(Path.Combine(directory, name)).FullName;
        File.WriteAllText(Path.Combine(folder, name + ".csproj"), project);
        File.Copy(Path.Combine(Repository.Sample("hello"), "Program.cs"), Path.Combine(folder, "Program.cs"));
        return folder;
    }

    private static TimeSpan ChangeAndBuild(string folder)
    {
        File.AppendAllText(Path.Combine(folder, "Program.cs"), $"Console.WriteLine(\"{Guid.NewGuid()}\");\n");
        return DotNet.Run("build", "-v", "quiet", folder).Elapsed;
    }

    [GeneratedRegex(".*(RuntimeIdentifier|Skiff).*\n")]
    private static partial Regex SkiffLines();
}
