using System.Reflection;

namespace Skiff.Fidelity.Tests;

/// <summary>Where the build left what the suite runs.</summary>
internal static class Artifacts
{
    /// <summary>The guest for CoreCLR.</summary>
    public static string Guest => Get("Guest");

    /// <summary>The guest for WASI.</summary>
    public static string AppBundle => Get("AppBundle");

    /// <summary>The guest as <c>dotnet publish</c> makes it.</summary>
    public static string Snapshot => Get("Snapshot");

    /// <summary>The same without a snapshot.</summary>
    public static string SingleFile => Get("SingleFile");

    /// <summary>The same as machine code.</summary>
    public static string Precompiled => Get("Precompiled");

    /// <summary>The same with a snapshot, as a component of WASI 0.2.</summary>
    public static string Component => Get("Component");

    /// <summary>The runtime pack.</summary>
    public static string RuntimePack => Get("RuntimePack");

    /// <summary>The <c>skiff</c> command.</summary>
    public static string Command => Get("Command");

    /// <summary>The document that lists what differs on purpose.</summary>
    public static string Differences => Get("Differences");

    /// <summary>One assembly per form of <c>Main</c>.</summary>
    public static string Mains => Path.Combine(AppContext.BaseDirectory, "mains");

    private static string Get(string name)
    {
        string path = typeof(Artifacts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == name).Value!;
        return File.Exists(path) || Directory.Exists(path)
            ? Path.GetFullPath(path)
            : throw new FileNotFoundException($"'{path}' is missing; build the solution.");
    }
}
