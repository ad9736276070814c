using System.Text;
using Skiff.Wit.Text;

namespace Skiff.Wit.Files;

/// <summary>The packages of WASI that this library brings, for <see cref="Resolution.WitSources.WithLibrary"/>.</summary>
public static class WasiLibrary
{
    private const string Prefix = "wasi/";

    private static readonly Lazy<IReadOnlyList<IReadOnlyList<WitFile>>> s_packages = new(Read);

    /// <summary>The files of each package. Their paths begin with <c>wasi/</c>; they are in no file system.</summary>
    public static IReadOnlyList<IReadOnlyList<WitFile>> Packages => s_packages.Value;

    private static IReadOnlyList<IReadOnlyList<WitFile>> Read() =>
    [
        .. typeof(WasiLibrary).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .OrderBy(name => name, StringComparer.Ordinal)
            .GroupBy(name => name.Split('/')[1])
            .Select(package => (IReadOnlyList<WitFile>)[.. package.Select(name => new WitFile(name, ReadText(name)))]),
    ];

    private static string ReadText(string name)
    {
        using StreamReader reader = new(typeof(WasiLibrary).Assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
