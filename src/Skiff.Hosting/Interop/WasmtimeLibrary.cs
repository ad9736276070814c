using System.Reflection;
using System.Runtime.InteropServices;

namespace Skiff.Hosting.Interop;

/// <summary>
/// Finds the engine's native library. The first of these that loads wins: the file named by the environment variable
/// <c>SKIFF_WASMTIME_LIBRARY</c>; the application's folder and its <c>runtimes/&lt;rid&gt;/native</c>; whatever the .NET host knows
/// under that name (an application's <c>deps.json</c>); the <c>Wasmtime</c> package beside the package that this assembly is in.
/// </summary>
internal static class WasmtimeLibrary
{
    /// <summary>The environment variable that names the library's file.</summary>
    public const string PathVariable = "SKIFF_WASMTIME_LIBRARY";

    private static readonly Lazy<nint> s_library = new(Load);

    /// <summary>The loaded library.</summary>
    /// <exception cref="EngineNotFoundException">It was not found.</exception>
    public static nint Handle => s_library.Value;

    /// <summary>The files that are looked for, best first, given the directory of this assembly.</summary>
    internal static IEnumerable<string> Candidates(string baseDirectory)
    {
        string file = FileName;
        string rid = PortableRuntimeIdentifier;
        yield return Path.Combine(baseDirectory, file);

        // A command that was compiled ahead lies two folders below the portable one, in a build and in a package. In a global
        // packages folder that is <root>/<id>/<version>/tools/<tfm>[/<rid>].
        const int ownFolders = 2, packageRoot = 4, levels = 6;
        string? directory = baseDirectory;
        for (int level = 0; level < levels && directory is not null; level++)
        {
            if (level <= ownFolders)
            {
                yield return Path.Combine(directory, "runtimes", rid, "native", file);
            }

            if (level >= packageRoot)
            {
                yield return Path.Combine(directory, "wasmtime", EngineVersion.Text, "runtimes", rid, "native", file);
            }

            directory = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(directory));
        }
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? "wasmtime.dll" : OperatingSystem.IsMacOS() ? "libwasmtime.dylib" : "libwasmtime.so";

    private static string PortableRuntimeIdentifier
    {
        get
        {
            string system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            return $"{system}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
        }
    }

    private static nint Load()
    {
        string? chosen = Environment.GetEnvironmentVariable(PathVariable);
        if (!string.IsNullOrEmpty(chosen))
        {
            return NativeLibrary.TryLoad(chosen, out nint named)
                ? named
                : throw new EngineNotFoundException($"the library '{chosen}', named by {PathVariable}, cannot be loaded; correct the variable or unset it");
        }

        var tried = new List<string>();
        foreach (string candidate in Candidates(AppContext.BaseDirectory))
        {
            // dlopen would search on for a name that is no file, and hide what was tried.
            if (File.Exists(candidate) && NativeLibrary.TryLoad(candidate, out nint library))
            {
                return library;
            }

            tried.Add(candidate);
        }

        if (NativeLibrary.TryLoad(NativeMethods.Library, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out nint known))
        {
            return known;
        }

        throw new EngineNotFoundException(
            $"the engine's library {FileName} ({PortableRuntimeIdentifier}) was not found; add the NuGet package Wasmtime {EngineVersion.Text}, "
            + $"or name the file in {PathVariable}; looked for {string.Join(", ", tried)}");
    }
}
