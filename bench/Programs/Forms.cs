using Skiff.Benchmarks.Measuring;

namespace Skiff.Benchmarks.Programs;

/// <summary>The forms that are compared.</summary>
internal sealed class Forms
{
    /// <summary>Makes them of what was built.</summary>
    public Forms(SkiffCommand skiff, IReadOnlyDictionary<string, BuiltSample> samples)
    {
        AppBundle = new(
            "Skiff, AppBundle",
            workload => skiff.Run(samples[workload.Program].AppBundle, workload.Directory),
            program => Directory.GetFiles(samples[program].AppBundle, "*", SearchOption.AllDirectories));
        Published = new(
            "Skiff, published",
            workload => skiff.Run(samples[workload.Program].Module, workload.Directory),
            program => [samples[program].Module]);
        CoreClr = new(
            "CoreCLR",
            workload => ["dotnet", samples[workload.Program].Assembly, .. Argument(workload)],
            program => [samples[program].Assembly]);
        Native = samples.Values.All(sample => sample.Native is not null)
            ? new Form("CoreCLR, Native AOT", workload => [samples[workload.Program].Native!, .. Argument(workload)], program => [samples[program].Native!])
            : null;
    }

    /// <summary>What a build makes; the command runs it.</summary>
    public Form AppBundle { get; }

    /// <summary>What publishing makes; the command runs it.</summary>
    public Form Published { get; }

    /// <summary><c>dotnet app.dll</c>.</summary>
    public Form CoreClr { get; }

    /// <summary>The native bound; null where it is not to be had.</summary>
    public Form? Native { get; }

    /// <summary>All that there are.</summary>
    public IReadOnlyList<Form> All => Native is null ? [AppBundle, Published, CoreClr] : [AppBundle, Published, CoreClr, Native];

    private static IEnumerable<string> Argument(Workload workload) => workload.Directory is null ? [] : [workload.Directory];
}
