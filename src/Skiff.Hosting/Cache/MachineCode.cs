using System.Runtime.InteropServices;

namespace Skiff.Hosting.Cache;

/// <summary>What machine code depends on besides the module: engine, its options, processor.</summary>
/// <param name="EngineVersion">The engine's version.</param>
/// <param name="Interruptible">Whether it can be interrupted.</param>
/// <param name="MetersFuel">Whether it counts instructions.</param>
/// <param name="Processor">The kind of processor, or <see cref="CompilationTarget.Portable"/>.</param>
/// <param name="System">What decides calling conventions and unwinding.</param>
/// <param name="Features">What the processor must have, a word each.</param>
internal sealed record MachineCode(
    string EngineVersion, bool Interruptible, bool MetersFuel, string Processor, string System, string Features)
{
    private const string EngineVersionPrefix = "wasmtime ";
    private const string OptionsPrefix = "cranelift speed image epoch=";
    private const string FuelPrefix = " fuel=";

    /// <summary>What an engine makes.</summary>
    public static MachineCode Of(Engine engine)
    {
        EngineOptions options = engine.Options;
        return options.Target == CompilationTarget.Portable
            ? new MachineCode(Hosting.EngineVersion.Text, options.Interruptible, options.MeterFuel, CompilationTarget.Portable, "any", "")
            : new MachineCode(
                Hosting.EngineVersion.Text, options.Interruptible, options.MeterFuel, Machine, SystemName,
                // A home directory shared between machines needs an entry for each kind.
                options.Target is null ? string.Join(' ', ProcessorFeatures.Present) : "");
    }

    /// <summary>What an engine makes as one line, but for the features of the processor, which take a while to find out.</summary>
    public static string PurposeOf(Engine engine) =>
        $"{EngineVersionPrefix}{Hosting.EngineVersion.Text}; {OptionsPrefix}{engine.Options.Interruptible}{FuelPrefix}{engine.Options.MeterFuel}; "
        + (engine.Options.Target ?? $"{Machine} {SystemName}");

    /// <summary>All of it as one line.</summary>
    public override string ToString() =>
        $"{EngineVersionPrefix}{EngineVersion}; {OptionsPrefix}{Interruptible}{FuelPrefix}{MetersFuel}; {Processor} {System}; {Features}";

    /// <summary>Reads what <see cref="ToString"/> gave; null if it is anything else.</summary>
    public static MachineCode? Parse(string text)
    {
        if (text.Split("; ") is not [var engine, var options, var machine, var features]
            || !engine.StartsWith(EngineVersionPrefix, StringComparison.Ordinal) || !options.StartsWith(OptionsPrefix, StringComparison.Ordinal)
            || options[OptionsPrefix.Length..].Split(FuelPrefix) is not [var epoch, var fuel]
            || !bool.TryParse(epoch, out bool isInterruptible) || !bool.TryParse(fuel, out bool metersFuel)
            || machine.Split(' ') is not [var processor, var system])
        {
            return null;
        }

        return new MachineCode(engine[EngineVersionPrefix.Length..], isInterruptible, metersFuel, processor, system, features);
    }

    /// <summary>The options of an engine that runs it.</summary>
    public EngineOptions ToEngineOptions() => new()
    {
        Interruptible = Interruptible,
        MeterFuel = MetersFuel,
        Target = Processor == CompilationTarget.Portable ? CompilationTarget.Portable : null,
    };

    /// <summary>Why it does not run here, as the end of a sentence; null if it does.</summary>
    public string? Misfit()
    {
        if (EngineVersion != Hosting.EngineVersion.Text)
        {
            return $"it was compiled for the engine Wasmtime {EngineVersion}, and this is {Hosting.EngineVersion.Text}";
        }

        if (Processor == CompilationTarget.Portable)
        {
            return null;
        }

        if ((Processor, System) != (Machine, SystemName))
        {
            return $"it was compiled for {Processor} {System}, and this is {Machine} {SystemName}";
        }

        string[] missing = [.. Features.Split(' ', StringSplitOptions.RemoveEmptyEntries).Except(ProcessorFeatures.Present)];
        return missing.Length == 0 ? null : $"it was compiled for a processor that has {string.Join(", ", missing)}, and this one has not";
    }

    private static string Machine => RuntimeInformation.ProcessArchitecture.ToString();

    // Only what decides calling conventions and unwinding, not its version.
    private static string SystemName => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";
}
