using Skiff.Hosting;

namespace Skiff.Cli.Targets;

/// <summary>
/// An AppBundle: the runtime in <c>dotnet.wasm</c>, which is started with the application's name, beside
/// <c>&lt;app&gt;.runtimeconfig.json</c> and <c>managed/</c>.
/// </summary>
internal static class AppBundle
{
    /// <summary>Where the guest finds the bundle; the runtime looks for it in the directory of <c>argv[0]</c>.</summary>
    public const string GuestPath = "/AppBundle";

    private const string Runtime = "dotnet.wasm";
    private const string ConfigurationSuffix = ".runtimeconfig.json";

    /// <summary>Whether a directory is one.</summary>
    public static bool IsAppBundle(string directory) => File.Exists(ModulePath(directory));

    /// <summary>The module in it.</summary>
    public static string ModulePath(string directory) => Path.Combine(directory, Runtime);

    /// <summary>Makes it a target.</summary>
    public static RunTarget Open(string directory)
    {
        string[] configurations = Directory.GetFiles(directory, "*" + ConfigurationSuffix);
        if (configurations.Length != 1)
        {
            throw new CommandLineException(configurations.Length == 0
                ? $"the AppBundle '{directory}' has no <app>.runtimeconfig.json, which names the application; build the project again"
                : $"the AppBundle '{directory}' has several .runtimeconfig.json files, so which application to run is not clear; delete the directory and build the project again");
        }

        string application = Path.GetFileName(configurations[0])[..^ConfigurationSuffix.Length];
        return new RunTarget(
            ModulePath(directory),
            $"{GuestPath}/{Runtime}",
            [application],
            [new GuestDirectory(directory, GuestPath, ReadOnly: true)]);
    }
}
