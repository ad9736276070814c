using System.Text;
using Skiff.Wasm.Tests.Judges;
using Wasmtime;

namespace Skiff.Linker.Tests.Interop;

/// <summary>A program that calls its host and is called by it, in each form, on a stock Wasmtime.</summary>
public sealed class InteropTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_program_calls_its_host_and_is_called_by_it(bool snapshot)
    {
        using TemporaryDirectory directory = new();
        string module = AppLinker.Link(
            GuestProgram.Request("Skiff.Linker.InteropGuest", Built.InteropGuest, directory.File("app.wasm")) with { Snapshot = snapshot }).Path;
        byte[] bytes = File.ReadAllBytes(module);
        Skiff.Wasm.Module.Read(bytes).Validate();
        Node.AssertValid(bytes);

        (string said, string output) = Run(module, directory);

        Assert.Equal("grüße 😀;28;-56;2.75;28;1496;36;", said);
        Assert.Equal(
            """
            add: 42
            mix: -9223372036854775490
            half: 1.5 1.5
            next: Green
            wrap: 21
            sum: 6.5
            now: 18446744073709551615
            wide: 1496
            calls: 2
            DllNotFoundException

            """.ReplaceLineEndings("\n"),
            output);
    }

    private static (string Said, string Output) Run(string path, TemporaryDirectory directory)
    {
        string output = directory.File("output");
        StringBuilder said = new();
        using Config config = new Config().WithEpochInterruption(true).WithOptimizationLevel(OptimizationLevel.None);
        using Engine engine = new(config);
        using Timer limit = new(_ => engine.IncrementEpoch(), null, s_limit, Timeout.InfiniteTimeSpan);
        using Module module = Module.FromFile(engine, path);
        using Wasmtime.Linker linker = new(engine);
        linker.DefineWasi();
        linker.DefineFunction("host", "plus", (int a, int b) => a + b);
        linker.DefineFunction("host", "mix", (int a, long b, float c, double d, int e, int f) => unchecked(b + a + (long)(c * d * 0) + e + f));
        linker.DefineFunction("host", "half", (float value) => value / 2);
        linker.DefineFunction("host", "halve", (double value) => value / 2);
        linker.DefineFunction("host", "next", (int colour) => colour + 1);
        linker.DefineFunction("host", "wrap", (int handle) => handle + 1);
        linker.DefineFunction("host", "say", (Caller caller, int text) => { said.Append(caller.GetMemory("memory")!.ReadNullTerminatedString(text)).Append(';'); });
        linker.DefineFunction("host", "sum", (Caller caller, int numbers, int count) =>
        {
            double sum = 0;
            for (int i = 0; i < count; i++)
            {
                sum += caller.GetMemory("memory")!.ReadDouble(numbers + (i * sizeof(double)));
            }

            return sum;
        });
        linker.DefineFunction("clock.example/v1", "now", () => -1L);
        linker.DefineFunction("host", "wide", Wide, [.. WideParameters, ValueKind.Int32], []);
        linker.DefineFunction("host", "call", (Caller caller) =>
        {
            Memory memory = caller.GetMemory("memory")!;
            long product = (long)caller.GetFunction("guest_multiply")!.Invoke(4, 7L)!;
            int narrow = (int)caller.GetFunction("guest_narrow")!.Invoke(200)!;
            float mean = (float)caller.GetFunction("guest_mean")!.Invoke(1.5f, 4.0)!;
            // A place that nothing uses: the end of the C stack's region.
            int place = 1 << 20;
            caller.GetFunction("guest-note")!.Invoke(1, 2, 3, 4, 5, 6, 7, place);
            said.Append(System.Globalization.CultureInfo.InvariantCulture, $"{product};{narrow};{mean};{memory.ReadDouble(place)};");
            object wide = caller.GetFunction("guest_wide")!.Invoke(1.0, 2f, 3L, 4, 5.0, 6f, 7L, 8, 9.0, 10f, 11L, 12, 13.0, 14f, 15L, 16)!;
            caller.GetFunction("guest_nine")!.Invoke(1, 2, 3, 4, 5, 6, 7, 8, place);
            said.Append(System.Globalization.CultureInfo.InvariantCulture, $"{wide};{memory.ReadInt64(place)};");
        });
        using (Store store = new(engine))
        {
            store.SetEpochDeadline(1);
            store.SetWasiConfiguration(new WasiConfiguration().WithStandardOutput(output).WithInheritedStandardError());
            try
            {
                linker.Instantiate(store, module).GetAction("_start")!();
            }
            catch (WasmtimeException end) when (end.ExitCode == 0)
            {
            }
        }

        return (said.ToString(), File.ReadAllText(output));
    }

    private static readonly ValueKind[] WideParameters =
        [.. Enumerable.Repeat((ValueKind[])[ValueKind.Int32, ValueKind.Int64, ValueKind.Float32, ValueKind.Float64], 4).SelectMany(kinds => kinds)];

    /// <summary>Stores the sum of each argument times its place, from 1.</summary>
    private static void Wide(Caller caller, ReadOnlySpan<ValueBox> arguments, Span<ValueBox> results)
    {
        double sum = 0;
        for (int i = 0; i < WideParameters.Length; i++)
        {
            sum += (i + 1) * WideParameters[i] switch
            {
                ValueKind.Int32 => arguments[i].AsInt32(),
                ValueKind.Int64 => arguments[i].AsInt64(),
                ValueKind.Float32 => arguments[i].AsSingle(),
                _ => arguments[i].AsDouble(),
            };
        }

        caller.GetMemory("memory")!.WriteDouble(arguments[^1].AsInt32(), sum);
    }
}
