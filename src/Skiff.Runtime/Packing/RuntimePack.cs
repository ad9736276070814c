using Skiff.Runtime.Linking;
using Skiff.Runtime.Patching;

namespace Skiff.Runtime.Packing;

/// <summary>
/// Makes the runtime pack: a module for each version of WASI, the patched base class library and ICU's data. A part whose inputs
/// have not changed, by content, is left as it is.
/// </summary>
/// <param name="package">The runtime package.</param>
/// <param name="patches">The path of the patch assembly.</param>
/// <param name="personality">The path of the assembly of the personality on WASI preview 1.</param>
/// <param name="personality02">The path of the assembly of the personality on WASI 0.2.</param>
public sealed class RuntimePack(RuntimePackage package, string patches, string personality, string personality02)
{
    private string PatchDirectory => Path.GetDirectoryName(Path.GetFullPath(patches))!;

    // The libraries that patches call: what the build put beside them.
    private IEnumerable<string> Companions =>
        Directory.EnumerateFiles(PatchDirectory, "*.dll").Where(f => Path.GetFileName(f) != Path.GetFileName(patches)).Order();

    /// <summary>Makes the pack in <paramref name="directory"/>.</summary>
    /// <exception cref="PatchException">A patch does not fit the package.</exception>
    public void Make(string directory)
    {
        var tool = Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Order();
        var library = ContentHash.Of([package.Fingerprint, patches, .. Companions, .. tool]);
        var module = ContentHash.Of([package.Fingerprint, personality, personality02, .. tool]);
        var made = RuntimePackManifest.Read(directory);
        var manifest = new RuntimePackManifest(package.Version, library, module);
        if (made == manifest)
        {
            // Newer than its inputs, so that a build need not ask again.
            File.SetLastWriteTimeUtc(Path.Combine(directory, RuntimePackManifest.FileName), DateTime.UtcNow);
            return;
        }

        Directory.CreateDirectory(directory);
        File.Delete(Path.Combine(directory, RuntimePackManifest.FileName));
        if (made?.LibraryHash != library)
        {
            MakeLibrary(directory);
        }

        if (made?.ModuleHash != module)
        {
            Link(WasiVersion.Preview1, personality, directory);
            Link(WasiVersion.Version02, personality02, directory);
        }

        manifest.Write(directory);
    }

    private void Link(WasiVersion wasi, string assembly, string directory) =>
        RuntimeModule.Link(package, wasi, assembly, Path.Combine(directory, wasi.ModuleName), Path.Combine(directory, wasi.ReferencesName));

    private void MakeLibrary(string directory)
    {
        var managed = Path.Combine(directory, "managed");
        if (Directory.Exists(managed))
        {
            Directory.Delete(managed, recursive: true);
        }

        Directory.CreateDirectory(managed);
        using var library = new BaseClassLibrary(package.Version, package.Library, package.Native, PatchDirectory);
        Patcher.Apply(library, patches);
        BrowserDependencies.Remove(library);
        MessageLookUps.Replace(library, package.Assemblies.Select(path => Path.GetFileNameWithoutExtension(path)!));
        library.Write(managed);
        foreach (var assembly in package.Assemblies.Concat(Companions).Where(a => !library.Changed.Contains(Path.GetFileNameWithoutExtension(a))))
        {
            File.Copy(assembly, Path.Combine(managed, Path.GetFileName(assembly)));
        }

        foreach (var data in package.IcuData)
        {
            File.Copy(data, Path.Combine(directory, Path.GetFileName(data)), overwrite: true);
        }
    }
}
