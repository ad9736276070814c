using System.Text;
using Skiff.Hosting;

namespace Skiff.Linker.Tests.Hosts;

/// <summary>Runs a module on Skiff's own host.</summary>
internal static class SkiffHost
{
    public static Outcome Run(string module, string[] arguments, params KeyValuePair<string, string>[] environment)
    {
        using Engine engine = new(new EngineOptions { Interruptible = true });
        using CompiledModule compiled = GuestProgram.Cache.Load(engine, module);
        using WasiCommand command = new(compiled);
        using MemoryStream output = new();
        using MemoryStream error = new();
        int exitCode = command.Run(new GuestOptions
        {
            Arguments = ["/app.wasm", .. arguments],
            Environment = environment,
            StandardOutput = StandardOutput.ToStream(output),
            StandardError = StandardOutput.ToStream(error),
            TimeLimit = TimeSpan.FromMinutes(2),
        });
        return new Outcome(exitCode, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
    }
}
