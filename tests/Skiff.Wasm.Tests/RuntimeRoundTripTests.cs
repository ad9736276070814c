using System.Diagnostics;

namespace Skiff.Wasm.Tests;

public class RuntimeRoundTripTests(ITestOutputHelper output)
{
    private static readonly Lazy<byte[]> s_written = new(() => Module.Read(RuntimeModule.Bytes).Write());

    [Fact]
    public void The_runtime_is_valid_to_us() => Module.Read(RuntimeModule.Bytes).Validate();

    [Fact]
    public void The_written_runtime_is_valid_to_node() => Node.AssertValid(s_written.Value);

    [Fact]
    public void The_written_runtime_is_valid_to_wasmtime() => Wasmtime.AssertValid(s_written.Value);

    [Fact]
    public void The_written_runtime_is_valid_to_wabt() => NpmTools.AssertValidForWabt(s_written.Value);

    [Fact]
    public void The_written_runtime_is_valid_to_binaryen() => NpmTools.AssertValidForBinaryen(s_written.Value);

    [Fact]
    public void The_written_runtime_does_the_same() => Assert.Equal(Behaviour(RuntimeModule.Bytes), Behaviour(s_written.Value));

    [Fact]
    public void Writing_what_was_read_is_stable()
    {
        Assert.Equal(s_written.Value, Module.Read(s_written.Value).Write());
        output.WriteLine($"{RuntimeModule.Bytes.Length} bytes read, {s_written.Value.Length} bytes written");
    }

    [Fact]
    public void Instructions_and_items_are_the_same_after_a_round_trip()
    {
        var before = Module.Read(RuntimeModule.Bytes);
        var after = Module.Read(s_written.Value);
        Assert.Equal(before.Functions.Select(function => function.Body.Count), after.Functions.Select(function => function.Body.Count));
        Assert.Equal(before.Exports.Select(export => export.Name), after.Exports.Select(export => export.Name));
        Assert.Equal(before.Imports.Select(item => item.Import), after.Imports.Select(item => item.Import));
        foreach ((Function left, Function right) in before.Functions.Zip(after.Functions))
        {
            for (int i = 0; i < left.Body.Count; i++)
            {
                (Instruction a, Instruction b) = (left.Body[i], right.Body[i]);
                if (a.Opcode != b.Opcode || a.Bits != b.Bits || a.Alignment != b.Alignment || a.Lane != b.Lane)
                {
                    Assert.Fail($"{a} at byte {a.Offset} became {b}");
                }
            }
        }
    }

    [Fact]
    public void How_long_it_takes()
    {
        for (int run = 0; run < 3; run++)
        {
            long start = Stopwatch.GetTimestamp();
            var module = Module.Read(RuntimeModule.Bytes);
            TimeSpan read = Stopwatch.GetElapsedTime(start);
            module.Validate();
            TimeSpan validated = Stopwatch.GetElapsedTime(start) - read;
            module.Write();
            TimeSpan written = Stopwatch.GetElapsedTime(start) - read - validated;
            output.WriteLine(
                $"read {read.TotalMilliseconds:F0} ms, validate {validated.TotalMilliseconds:F0} ms, write {written.TotalMilliseconds:F0} ms: "
                + $"{module.Functions.Count} functions, {module.Functions.Sum(function => function.Body.Count)} instructions");
        }
    }

    /// <summary>A digest of memory and results after some work: construction, allocation, copying, printing, checksums.</summary>
    private static string Behaviour(byte[] module) => Node.Evaluate(module, """
        const module = new WebAssembly.Module(bytes);
        const imports = {};
        const calls = [];
        for (const { module: m, name, kind } of WebAssembly.Module.imports(module)) {
          if (kind !== 'function') throw new Error(m + '.' + name);
          (imports[m] ??= {})[name] = (...values) => { calls.push([name, ...values].join()); return 52; };
        }
        const { exports } = new WebAssembly.Instance(module, imports);
        exports.__wasm_call_ctors();
        const results = [];
        for (let i = 0; i < 200; i++) {
          const p = exports.malloc(i * 37 + 1);
          new Uint8Array(exports.memory.buffer, p, i * 37 + 1).fill(i);
          if (i % 3 == 0) exports.free(p);
          results.push(p);
        }
        results.push(exports.htonl(0x12345678));
        const memory = require('crypto').createHash('sha256').update(new Uint8Array(exports.memory.buffer)).digest('hex');
        console.log(JSON.stringify([Object.keys(exports), results, calls, memory]));
        """);
}
