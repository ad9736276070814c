namespace Skiff.Benchmarks.Programs;

/// <summary>A sample, built in every form.</summary>
/// <param name="AppBundle">The AppBundle of a build.</param>
/// <param name="Module">What publishing makes.</param>
/// <param name="Assembly">The program for CoreCLR.</param>
/// <param name="Native">The program as Native AOT makes it; null where that is not to be had.</param>
internal sealed record BuiltSample(string AppBundle, string Module, string Assembly, string? Native)
{
    /// <summary>Builds it.</summary>
    public static BuiltSample Build(string sample)
    {
        Console.WriteLine($"building {sample} ...");
        string built = SampleProjects.WriteWasi(sample, sample), published = SampleProjects.WriteWasi(sample, sample + "-published");
        string plain = SampleProjects.WritePlain(sample, sample + "-coreclr"), native = SampleProjects.WritePlain(sample, sample + "-native");
        foreach (string folder in (string[])[built, published, plain, native])
        {
            MainClock.AddTo(folder);
        }

        DotNet.Run("build", "-c", "Release", "-v", "quiet", built);
        DotNet.Run("publish", "-c", "Release", "-v", "quiet", published);
        DotNet.Run("build", "-c", "Release", "-v", "quiet", plain);
        string output = Path.Combine("bin", "Release", "net10.0");
        return new BuiltSample(
            Path.Combine(built, output, "wasi-wasm", "AppBundle"),
            Path.Combine(published, output, "wasi-wasm", "publish", sample + ".wasm"),
            Path.Combine(plain, output, sample + ".dll"),
            PublishNative(native, Path.Combine(native, output, Repository.RuntimeIdentifier, "publish", OperatingSystem.IsWindows() ? sample + ".exe" : sample)));
    }

    private static string? PublishNative(string folder, string program)
    {
        if (Linkers.Missing is not null)
        {
            return null;
        }

        DotNet.Run("publish", "-c", "Release", "-r", Repository.RuntimeIdentifier, "-p:PublishAot=true", "-v", "quiet", folder);
        return program;
    }
}
