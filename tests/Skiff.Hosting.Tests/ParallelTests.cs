namespace Skiff.Hosting.Tests;

public class ParallelTests
{
    [Fact]
    public void Guests_of_one_command_share_nothing()
    {
        // Each prints its argument from memory that it has to itself, after a pause in which the others write theirs.
        var script = new GuestScript();
        int pointers = script.Reserve(16), buffer = script.Reserve(64), events = script.Reserve(32);
        script.Do("args_get", pointers, buffer)
            .Do("poll_oneoff", PollTests.Subscribe(script, PollTests.Clock(1, 1, 10_000_000)), events, 1, script.Reserve(4))
            .PrintText(buffer, 2);
        using CompiledModule module = Guests.Compile(script.ToString());
        using var command = new WasiCommand(module);
        Parallel.For(0, 32, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
            Assert.Equal($"{i:00}\n", Guests.Run(command, new GuestOptions { Arguments = [$"{i:00}"] }).Output));
    }
}
