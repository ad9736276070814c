using System.Collections.Concurrent;

namespace Skiff.Fidelity.Tests;

/// <summary>What the programs wrote on each host. Every host boots once for all programs that share a process.</summary>
public sealed class GuestRuns : IDisposable
{
    private const int MostBoots = 20;

    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, string[]>>>> _shared = [];
    private readonly ConcurrentDictionary<(string, string), Lazy<Task<GuestOutcome>>> _own = [];
    private readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, GuestOutcome>>>> _batches = [];
    private readonly ConcurrentDictionary<(string, string), GuestOutcome> _mains = [];

    /// <summary>The lines that a program wrote in the process that it shares with the others.</summary>
    internal async Task<string[]> SharedAsync(GuestHost host, string program)
    {
        IReadOnlyDictionary<string, string[]> programs = await _shared.GetOrAdd(host.Name, _ => new(() => RunSharedAsync(host))).Value;
        return programs.TryGetValue(program, out string[]? lines) ? lines : ["(never started: the programs before it ended their process too often)"];
    }

    /// <summary>What a program did in a process of its own, or in a batch that is as good.</summary>
    internal async Task<GuestOutcome> OwnAsync(GuestHost host, GuestProgram program) => host is NodeHost node && IsInBatch(program)
        ? (await _batches.GetOrAdd(host.Name, _ => new(() => RunBatchAsync(node))).Value)[program.Name]
        : await _own.GetOrAdd((host.Name, program.Name), _ => new(() => RunOwnAsync(host, program))).Value;

    /// <summary>What a program of <see cref="Artifacts.Mains"/> did.</summary>
    internal async Task<GuestOutcome> MainAsync(GuestHost host, string main, params string[] arguments)
    {
        using Scratch scratch = new();
        return _mains[(host.Name, main)] = await GuestProcess.RunAsync(await host.MainAsync(main, arguments, scratch.Environment, scratch.Path), "");
    }

    /// <summary>Says what was run.</summary>
    public void Dispose()
    {
        foreach (WasiHost host in WasiHost.All)
        {
            int shared = Count(_shared, host), own = Count(_batches, host) + _own.Keys.Count(key => key.Item1 == host.Name), mains = _mains.Keys.Count(key => key.Item1 == host.Name);
            string without = host.Form.WithoutMains(host) is string reason ? $" ({reason})" : "";
            Console.WriteLine($"{host.Name}: {shared} programs in one process, {own} in processes of their own, {mains} forms of Main{without}");
        }
    }

    private static int Count<T>(ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, T>>>> runs, WasiHost host) =>
        runs.TryGetValue(host.Name, out Lazy<Task<IReadOnlyDictionary<string, T>>>? run) && run.Value.IsCompletedSuccessfully ? run.Value.Result.Count : 0;

    private static async Task<GuestOutcome> RunOwnAsync(GuestHost host, GuestProgram program)
    {
        using GuestRun run = new(program);
        return run.Normalize(await GuestProcess.RunAsync(host.Guest(run.Arguments, run.Environment, run.Scratch.Path), program.Process!.Input, program.Process.Answers));
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

    // The same holds for a batch.
    private static async Task<IReadOnlyDictionary<string, GuestOutcome>> RunBatchAsync(NodeHost host)
    {
        Dictionary<string, GuestOutcome> outcomes = [];
        GuestRun[] left = [.. GuestProgram.All.Where(IsInBatch).Select(p => new GuestRun(p))];
        while (left.Length > 0)
        {
            foreach (GuestRun run in left)
            {
                await File.WriteAllTextAsync(run.InputFile, run.Program.Process!.Input);
            }

            GuestOutcome batch = await GuestProcess.RunAsync(host.Batch(left), "");
            string[] ended = Text.Lines(batch.Output);
            for (int i = 0; i < Math.Min(ended.Length + 1, left.Length); i++)
            {
                GuestRun run = left[i];
                int? exitCode = i < ended.Length ? int.Parse(ended[i].Split(' ')[1]) : batch.ExitCode;
                string processError = i < ended.Length ? "" : batch.Error;
                outcomes[run.Program.Name] = run.Normalize(new GuestOutcome(exitCode, Read(run.OutputFile), Read(run.ErrorFile) + processError));
                run.Dispose();
            }

            left = left[Math.Min(ended.Length + 1, left.Length)..];
        }

        return outcomes;
    }

    // In a batch, standard input is a file, which answers nothing.
    private static bool IsInBatch(GuestProgram program) => program.Process is { Answers.Length: 0 };

    private static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : "";
}
