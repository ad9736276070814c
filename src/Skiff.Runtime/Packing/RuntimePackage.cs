namespace Skiff.Runtime.Packing;

/// <summary>
/// The NuGet package <c>Microsoft.NETCore.App.Runtime.Mono.browser-wasm</c>, unpacked: where its parts are.
/// </summary>
/// <param name="directory">The folder that holds <c>runtimes/</c>.</param>
public sealed class RuntimePackage(string directory)
{
    /// <summary>The package's version, after the folder that NuGet unpacks it to.</summary>
    public string Version => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory)));

    /// <summary>A file that differs between any two packages: NuGet's record of the package's hash.</summary>
    public string Fingerprint => Path.Combine(directory, ".nupkg.metadata");

    /// <summary>The folder of the managed assemblies.</summary>
    public string Library => Path.Combine(directory, "runtimes", "browser-wasm", "lib", "net10.0");

    /// <summary>The folder of the runtime itself, of its core library and of ICU's data.</summary>
    public string Native => Path.Combine(directory, "runtimes", "browser-wasm", "native");

    /// <summary>The runtime compiled to WebAssembly.</summary>
    public string Module => Path.Combine(Native, "dotnet.native.wasm");

    /// <summary>The name of every function of <see cref="Module"/>: lines of <c>index:name</c>.</summary>
    public string Symbols => Path.Combine(Native, "dotnet.native.js.symbols");

    /// <summary>The managed assemblies, those of the base class library and its core.</summary>
    public IEnumerable<string> Assemblies =>
        Directory.EnumerateFiles(Library, "*.dll").Append(Path.Combine(Native, "System.Private.CoreLib.dll"));

    /// <summary>The files of ICU data: all cultures, and subsets.</summary>
    public IEnumerable<string> IcuData => Directory.EnumerateFiles(Native, "icudt*.dat");
}
