namespace Skiff.Hosting.Tests;

public class CommandTests
{
    [Fact]
    public void Output_and_exit_code_reach_the_caller()
    {
        Guests.Outcome outcome = Guests.Run(Guests.Command(
            "(call $say (i32.const 1024) (i32.const 6)) (call $proc_exit (i32.const 200))",
            """(data (i32.const 1024) "hello\n")"""));
        Assert.Equal(new Guests.Outcome(200, "hello\n", ""), outcome);
    }

    [Fact]
    public void A_command_that_returns_exits_with_zero() => Assert.Equal(0, Guests.Run(Guests.Command("")).ExitCode);
}
