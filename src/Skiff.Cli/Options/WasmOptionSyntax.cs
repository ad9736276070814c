using Skiff.Hosting;

namespace Skiff.Cli.Options;

/// <summary>The syntax of <c>-W KEY=VALUE[,KEY=VALUE]</c>, which is Wasmtime's.</summary>
internal static class WasmOptionSyntax
{
    private const string Known = "max-memory-size=SIZE, max-wasm-stack=SIZE, timeout=DURATION or fuel=N";

    /// <summary>Adds the settings of one <c>-W</c>.</summary>
    public static void Parse(string text, GuestLimits limits)
    {
        foreach (string setting in text.Split(','))
        {
            int equals = setting.IndexOf('=', StringComparison.Ordinal);
            string key = equals < 0 ? setting : setting[..equals];
            string value = equals < 0 ? "" : setting[(equals + 1)..];
            switch (key)
            {
                case "max-memory-size":
                    limits.Memory = SizeSyntax.Parse("-W max-memory-size", value);
                    break;
                case "max-wasm-stack":
                    limits.Stack = SizeSyntax.Parse("-W max-wasm-stack", value) is var stack and >= EngineOptions.LeastWasmStack and <= EngineOptions.MostWasmStack
                        ? stack
                        : throw new CommandLineException($"'{value}' is no stack for -W max-wasm-stack; write a size from 64KiB to 1GiB");
                    break;
                case "timeout":
                    limits.Time = DurationSyntax.Parse("-W timeout", value);
                    break;
                case "fuel":
                    limits.Fuel = ulong.TryParse(value, out ulong fuel) && fuel > 0
                        ? fuel
                        : throw new CommandLineException($"'{value}' is no number for -W fuel; write for example -W fuel=1000000");
                    break;
                default:
                    string? near = Spelling.Nearest(key, ["max-memory-size", "max-wasm-stack", "timeout", "fuel"]);
                    throw new CommandLineException(near is null
                        ? $"'-W {setting}' is not known; write {Known}"
                        : $"'-W {setting}' is not known; did you mean {near}");
            }
        }
    }
}
