using Skiff.Components;
using Skiff.Wasm.Components;
using Skiff.Wasm.Tests.Components;
using Skiff.Wasm.Validation;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Text;

namespace Skiff.Wasm.Fuzz;

/// <summary>
/// Reads, validates and writes damaged binaries: each ends soon, in little memory, with a result or one of the two
/// errors that are clean. The same seed and files give the same inputs.
/// </summary>
internal sealed class Fuzzer
{
    private const int InputsKept = 200;
    private const long BaseMemory = 64 << 20;
    private const long MemoryPerByte = 20_000;
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(20);

    private readonly int _seed;
    private readonly Random _random;
    private readonly List<byte[]> _inputs;
    private byte[] _current = [];
    private int _run;
    private int _malformed;
    private int _invalid;
    private int _valid;

    public Fuzzer(int seed, IEnumerable<byte[]> files)
    {
        _seed = seed;
        _random = new Random(seed);
        _inputs = [.. files, .. Interfaces()];
        for (int i = 0; i < InputsKept; i++)
        {
            byte[] component = RandomComponent.Make(_random.Next()).Write();
            _inputs.Add(component);
            _inputs.AddRange(Component.Read(component).Definitions.OfType<EmbeddedModule>().Take(1).Select(module => module.Bytes.ToArray()));
        }
    }

    /// <summary>Packages of WIT as components, and modules that have a world of them embedded.</summary>
    private static IEnumerable<byte[]> Interfaces()
    {
        foreach (IReadOnlyList<WitFile> files in WasiLibrary.Packages)
        {
            Wit.Package package = PackageGraph.Resolve(new WitSources(files, [], WasiLibrary.Packages)).Root!;
            yield return PackageEncoder.Encode(package).Write();
            foreach (Wit.World world in package.Worlds)
            {
                Module module = new();
                ComponentTypeSection.Embed(module, world);
                yield return module.Write();
            }
        }
    }

    public string Summary => $"{_run} inputs of seed {_seed}: {_malformed} malformed, {_invalid} invalid, {_valid} valid";

    /// <summary>Tries one input; what went wrong, or null.</summary>
    public string? RunOne()
    {
        _run++;
        byte[] source = Pick();
        _current = Mutation.Apply(source, Pick(), _random);
        using Timer watchdog = new(_ => Environment.FailFast(Describe("it takes too long")), null, s_longest, Timeout.InfiniteTimeSpan);
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            if (!Process(_current))
            {
                return Describe("what was written is read differently");
            }

            _valid++;
        }
        catch (WasmFormatException error)
        {
            _malformed++;
            if (error.Offset < 0 || error.Offset > _current.Length)
            {
                return Describe($"the error is at byte {error.Offset}");
            }
        }
        catch (WasmValidationException)
        {
            // Well-formed input leads to further well-formed input.
            _invalid++;
            if (_current.Length < 100_000)
            {
                _inputs[_random.Next(_inputs.Count)] = _current;
            }
        }
#pragma warning disable CA1031 // Any other error is what the fuzzer looks for; it is reported with its input.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return Describe(error.ToString());
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated > BaseMemory + (MemoryPerByte * _current.Length) ? Describe($"it allocates {allocated} bytes") : null;
    }

    /// <summary>Reads, writes and validates; false if the second reading differs from the first.</summary>
    private static bool Process(byte[] bytes)
    {
        if (!Component.IsComponent(bytes))
        {
            var module = Module.Read(bytes);
            module.Validate();
            Try(() => ComponentTypeSection.Read(module));
            byte[] rewritten = module.Write();
            return rewritten.AsSpan().SequenceEqual(Module.Read(rewritten).Write());
        }

        var component = Component.Read(bytes);
        byte[] written = component.Write();
        bool same = written.AsSpan().SequenceEqual(Component.Read(written).Write());
        if (same)
        {
            component.Validate();
            Try(() => ReadAsWit(component));
        }

        return same;
    }

    /// <summary>Reads the world or package, and prints it as a text that reads as the same.</summary>
    private static void ReadAsWit(Component component)
    {
        PackageGraph graph = WorldReader.Read(component);
        string text = WitPrinter.Print(graph.Root!, graph.Packages.Where(package => package != graph.Root));
        PackageGraph again = PackageGraph.Resolve(WitSources.FromText("printed.wit", text), new ResolveOptions { AllFeatures = true });
        string reprinted = again.Root is null ? "" : WitPrinter.Print(again.Root, graph.Packages.Where(package => package != graph.Root).Select(package => again.FindPackage(package.Name)!));
        if (!again.HasErrors && reprinted != text)
        {
            throw new InvalidOperationException($"Printing changed it:\n{text}\n----\n{reprinted}");
        }
    }

    /// <summary>What WIT has no words for is said so; what is embedded may be malformed or invalid.</summary>
    private static void Try(Action read)
    {
        try
        {
            read();
        }
        catch (Exception exception) when (exception is ComponentReadingException or WasmFormatException or WasmValidationException)
        {
            // Clean errors, whose offsets are not of the whole file.
        }
    }

    private byte[] Pick() => _inputs[_random.Next(_inputs.Count)];

    private string Describe(string problem) =>
        $"run {_run} of seed {_seed}, {_current.Length} bytes: {problem}\n{Convert.ToHexString(_current.AsSpan(0, Math.Min(_current.Length, 20_000)))}";
}
