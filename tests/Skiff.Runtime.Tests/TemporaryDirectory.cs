namespace Skiff.Runtime.Tests;

/// <summary>A directory that lives as long as a test.</summary>
internal sealed class TemporaryDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("skiff-runtime-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
