namespace Skiff.Fidelity.Tests;

/// <summary>An AppBundle that holds every program of <see cref="Artifacts.Mains"/>.</summary>
internal static class MainBundle
{
    private static readonly Lazy<string> s_directory = new(Make);

    /// <summary>Its directory, made on first use.</summary>
    public static string Directory => s_directory.Value;

    private static string Make()
    {
        string bundle = Path.Combine(AppContext.BaseDirectory, "main-bundle");
        string managed = System.IO.Directory.CreateDirectory(Path.Combine(bundle, "managed")).FullName;
        File.Copy(Path.Combine(Artifacts.AppBundle, "dotnet.wasm"), Path.Combine(bundle, "dotnet.wasm"), overwrite: true);
        File.Copy(Path.Combine(Artifacts.AppBundle, "icudt.dat"), Path.Combine(bundle, "icudt.dat"), overwrite: true);
        foreach (string file in (string[])[.. System.IO.Directory.GetFiles(Path.Combine(Artifacts.AppBundle, "managed"), "System.*.dll"), .. System.IO.Directory.GetFiles(Artifacts.Mains, "*.dll")])
        {
            File.Copy(file, Path.Combine(managed, Path.GetFileName(file)), overwrite: true);
        }

        foreach (string main in System.IO.Directory.GetFiles(Artifacts.Mains, "*.dll"))
        {
            File.Copy(Path.ChangeExtension(Artifacts.Guest, ".runtimeconfig.json"), Path.Combine(bundle, Path.GetFileNameWithoutExtension(main) + ".runtimeconfig.json"), overwrite: true);
        }

        return bundle;
    }
}
