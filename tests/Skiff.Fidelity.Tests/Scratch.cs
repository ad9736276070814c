namespace Skiff.Fidelity.Tests;

/// <summary>A directory for the files of one guest process, and what the guest's environment says of it.</summary>
internal sealed class Scratch : IDisposable
{
    /// <summary>Makes an empty one.</summary>
    public Scratch()
    {
        Path = Directory.CreateTempSubdirectory("skiff-fidelity-").FullName;
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "tmp"));
        Environment = new Dictionary<string, string>
        {
            ["HOME"] = System.IO.Path.Combine(Path, "home"),
            ["LANG"] = "C.UTF-8",
            ["SCRATCH"] = Path,
            ["TMPDIR"] = System.IO.Path.Combine(Path, "tmp"),
            ["TZ"] = "Europe/Berlin",
        };
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The variables that every guest gets, the same on every host but for this directory's name.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>A file that is this directory's but not in it.</summary>
    public string Beside(string extension) => $"{Path}.{extension}";

    /// <summary>Replaces this directory's name, which is another one for each process.</summary>
    public string Normalize(string text) => text.Replace(Path, "<scratch>");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
