using System.Collections.Concurrent;

namespace Skiff.Fidelity.Tests;

/// <summary>What the programs wrote on each host. Every host boots once for all programs that share a process.</summary>
public sealed class GuestRuns
{
    private const int MostBoots = 20;

    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, string[]>>>> _shared = [];
    private readonly ConcurrentDictionary<(string, string), Lazy<Task<GuestOutcome>>> _own = [];

    /// <summary>The lines that a program wrote in the process that it shares with the others.</summary>
    internal async Task<string[]> SharedAsync(GuestHost host, string program)
    {
        IReadOnlyDictionary<string, string[]> programs = await _shared.GetOrAdd(host.Name, _ => new(() => RunSharedAsync(host))).Value;
        return programs.TryGetValue(program, out string[]? lines) ? lines : ["(never started: the programs before it ended their process too often)"];
    }

    /// <summary>What a program did in a process of its own.</summary>
    internal Task<GuestOutcome> OwnAsync(GuestHost host, GuestProgram program) =>
        _own.GetOrAdd((host.Name, program.Name), _ => new(() => RunOwnAsync(host, program))).Value;

    /// <summary>What a program of <see cref="Artifacts.Mains"/> did.</summary>
    internal static async Task<GuestOutcome> MainAsync(GuestHost host, string form, params string[] arguments)
    {
        using Scratch scratch = new();
        return await GuestProcess.RunAsync(host.Main(form, arguments, scratch.Environment, scratch.Path), "");
    }

    private static async Task<GuestOutcome> RunOwnAsync(GuestHost host, GuestProgram program)
    {
        using Scratch scratch = new();
        Dictionary<string, string> environment = new(scratch.Environment);
        foreach (string variable in program.Process!.Environment)
        {
            int equals = variable.IndexOf('=', StringComparison.Ordinal);
            environment[variable[..equals]] = variable[(equals + 1)..];
        }

        GuestOutcome outcome = await GuestProcess.RunAsync(
            host.Guest(["run", program.Name, .. program.Process.Arguments], environment, scratch.Path), program.Process.Input);
        return outcome with { Output = scratch.Normalize(outcome.Output), Error = scratch.Normalize(outcome.Error) };
    }

    // A program that ends the process or stops it takes nothing from the others: they go on in a new process.
    private static async Task<IReadOnlyDictionary<string, string[]>> RunSharedAsync(GuestHost host)
    {
        Dictionary<string, string[]> programs = [];
        string[] left = [.. GuestProgram.All.Where(p => p.Process is null).Select(p => p.Name)];
        for (int boot = 0; boot < MostBoots && left.Length > 0; boot++)
        {
            using Scratch scratch = new();
            GuestOutcome outcome = await GuestProcess.RunAsync(host.Guest(["all", .. left], scratch.Environment, scratch.Path), "");
            MarkedOutput output = MarkedOutput.Parse(scratch.Normalize(outcome.Output));
            foreach ((string name, string[] lines) in output.Finished)
            {
                programs[name] = lines;
            }

            if (output.Unfinished is (string last, string[] partial))
            {
                GuestOutcome end = outcome with { Output = "", Error = scratch.Normalize(outcome.Error) };
                programs[last] = [.. partial, "(the process ended in this program)", .. end.Lines];
            }
            else if (output.Finished.Count == 0)
            {
                throw new InvalidOperationException($"The guest did not start on {host.Name}:\n{string.Join('\n', outcome.Lines)}");
            }

            left = [.. left.Where(name => !programs.ContainsKey(name))];
        }

        return programs;
    }
}
