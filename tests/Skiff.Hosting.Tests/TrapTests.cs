namespace Skiff.Hosting.Tests;

public class TrapTests
{
    [Theory]
    [InlineData("unreachable", TrapCode.Unreachable)]
    [InlineData("(drop (i32.div_s (i32.const 1) (i32.const 0)))", TrapCode.IntegerDivisionByZero)]
    [InlineData("(drop (i32.div_s (i32.const 0x80000000) (i32.const -1)))", TrapCode.IntegerOverflow)]
    [InlineData("(drop (i32.load (i32.const -4)))", TrapCode.MemoryOutOfBounds)]
    [InlineData("(drop (i32.trunc_f32_s (f32.const nan)))", TrapCode.BadConversionToInteger)]
    [InlineData("(call $main)", TrapCode.StackOverflow)]
    public void A_trap_tells_why(string body, TrapCode code) =>
        Assert.Equal(code, Assert.Throws<TrapException>(() => Guests.Run(Guests.Command(body))).Code);

    [Fact]
    public void A_trap_names_the_functions_on_the_stack()
    {
        TrapException trap = Assert.Throws<TrapException>(() => Guests.Run(Guests.Command("(call $outer)", "(func $outer (call $inner)) (func $inner unreachable)")));
        Assert.Equal(["inner", "outer", "main"], trap.Frames.Select(frame => frame.FunctionName));
        Assert.All(trap.Frames, frame => Assert.Equal("guest", frame.ModuleName));
        Assert.All(trap.Frames, frame => Assert.True(frame.ModuleOffset > 0));
    }

    [Fact]
    public void The_process_survives_guests_that_exhaust_their_stacks()
    {
        for (int i = 0; i < 20; i++)
        {
            Assert.Throws<TrapException>(() => Guests.Run(Guests.Command("(call $main)")));
        }

        string? nothing = null;
        Assert.Throws<NullReferenceException>(() => nothing!.Length);
    }

    [Fact]
    public void A_guest_may_go_deep_before_its_stack_is_exhausted()
    {
        // A frame of this function takes some dozens of bytes: far more than the engine's own default of 512 KiB.
        const string functions = "(func $deep (param i32) (if (local.get 0) (then (call $deep (i32.sub (local.get 0) (i32.const 1))))))";
        Assert.Equal(0, Guests.Run(Guests.Command("(call $deep (i32.const 60000))", functions)).ExitCode);
    }
}
