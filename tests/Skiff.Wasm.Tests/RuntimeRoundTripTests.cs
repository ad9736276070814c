using System.Diagnostics;

namespace Skiff.Wasm.Tests;

public class RuntimeRoundTripTests(ITestOutputHelper output)
{
    [Fact]
    public void The_runtime_is_valid()
    {
        var module = Module.Read(RuntimeModule.Bytes);
        long start = Stopwatch.GetTimestamp();
        module.Validate();
        output.WriteLine($"validated in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        Node.AssertValid(module.Write());
    }

    [Fact]
    public void Writing_what_was_read_is_stable()
    {
        byte[] once = Module.Read(RuntimeModule.Bytes).Write();
        byte[] twice = Module.Read(once).Write();
        Assert.Equal(once, twice);
        output.WriteLine($"{RuntimeModule.Bytes.Length} bytes read, {once.Length} bytes written");
        for (int i = 0; i < 5; i++)
        {
            long start = Stopwatch.GetTimestamp();
            Module module = Module.Read(RuntimeModule.Bytes);
            TimeSpan read = Stopwatch.GetElapsedTime(start);
            start = Stopwatch.GetTimestamp();
            module.Write();
            TimeSpan write = Stopwatch.GetElapsedTime(start);
            output.WriteLine($"read {read.TotalMilliseconds:F0} ms, write {write.TotalMilliseconds:F0} ms, {module.Functions.Count} functions, {module.Functions.Sum(function => function.Body.Count)} instructions");
        }
    }
}
