using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Hosting;
using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests;

public sealed class FailureTests(Guest guest)
{
    private const string Interface = "example:features/failures@1.0.0";

    private static readonly (string Function, string Thrown, ComponentValue Expected)[] s_results =
    [
        ("with-string", "nothing", ComponentValue.Ok(42u)),
        ("with-string", "result-exception", ComponentValue.Error("the error")),
        ("with-string", "other-exception", ComponentValue.Error("something else")),
        ("with-variant", "nothing", ComponentValue.Ok(42u)),
        ("with-variant", "result-exception", ComponentValue.Error(ComponentValue.Variant("code", 7u))),
        ("with-nothing", "nothing", ComponentValue.Ok(42u)),
        ("with-nothing", "result-exception", ComponentValue.Error()),
        ("with-nothing", "other-exception", ComponentValue.Error()),
        ("only-error", "nothing", ComponentValue.Ok()),
        ("only-error", "result-exception", ComponentValue.Error("the error")),
        ("neither", "nothing", ComponentValue.Ok()),
        ("neither", "result-exception", ComponentValue.Error()),
        ("neither", "other-exception", ComponentValue.Error()),
        ("without", "nothing", 42u),
    ];

    public static TheoryData<string, string> Results => [.. s_results.Select(result => (result.Function, result.Thrown))];

    [Theory]
    [MemberData(nameof(Results))]
    public void An_exception_is_the_error_case(string function, string thrown) => guest.Run(new Host(guest.World), (_, component) => Assert.Equal(
        s_results.Single(result => result.Function == function && result.Thrown == thrown).Expected,
        component.Call(Interface, function, ComponentValue.Enum(thrown))));

    // The type of a result's error is what the exception must carry.
    [Theory]
    [InlineData("with-variant", "other-exception", "System.FormatException: something else")]
    [InlineData("with-variant", "another-result", "The function failed: ")]
    [InlineData("without", "other-exception", "System.FormatException: something else")]
    [InlineData("without", "result-exception", "The function failed: the error.")]
    public void Any_other_exception_is_a_trap_with_its_message(string function, string thrown, string message)
    {
        Host host = new(guest.World);
        guest.Run(host, (_, component) =>
        {
            Assert.Equal(TrapCode.Unreachable, Assert.Throws<TrapException>(() => component.Call(Interface, function, ComponentValue.Enum(thrown))).Code);
            Assert.Throws<TrapException>(() => component.Call(Interface, "without", ComponentValue.Enum("nothing")));
        });
        Assert.StartsWith("Unhandled exception.", host.StandardError, StringComparison.Ordinal);
        Assert.Contains(message, host.StandardError, StringComparison.Ordinal);
        Assert.Contains("Failing.Throw", host.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_that_has_no_value_is_reported()
    {
        Host host = new(guest.World);
        guest.Run(host, (_, component) => component.Call(Interface, "neither", ComponentValue.Enum("other-exception")));
        Assert.Contains("something else", host.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_thrown_while_a_resource_is_dropped_is_a_trap()
    {
        Host host = new(guest.World);
        guest.Run(host, (_, component) =>
        {
            ComponentValue breakable = component.Call(Interface, "fragile")!;
            component.Call(Interface, "[method]breakable.touch", breakable);
            Assert.Equal(["touched"], host.Notes);
            Assert.Throws<TrapException>(() => component.Drop(breakable));
        });
        Assert.Contains("broken", host.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void The_error_case_of_an_import_is_an_exception() => guest.Run(new Host(guest.World), (_, component) =>
    {
        Assert.Equal("returned 5", Catch(ComponentValue.Ok(5u)));
        Assert.Equal(
            "threw NotFound { Value = x }; The function failed: NotFound { Value = x }.",
            Catch(ComponentValue.Error(ComponentValue.Variant("not-found", "x"))));
        Assert.Equal("threw Unknown { }; The function failed: Unknown { }.", Catch(ComponentValue.Error(ComponentValue.Variant("unknown"))));

        object? Catch(ComponentValue result) => component.Call(Interface, "catch-imported", result)!.Content;
    });

    [Fact]
    public void What_the_host_throws_ends_the_guest_and_reaches_the_caller()
    {
        Host host = new(guest.World);
        guest.Run(host, (_, component) =>
        {
            ComponentValue thing = component.Call(ResourceTests.Interface, "[constructor]thing", 1u, "a")!;
            host.Things.Lent = () => throw new FormatException("the host's");
            Assert.Equal("the host's", Assert.Throws<FormatException>(() => component.Call(ResourceTests.Interface, "lend", thing)).Message);
            Assert.ThrowsAny<Exception>(() => component.Call(Interface, "without", ComponentValue.Enum("nothing")));
        });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_guest_that_exits_ends(byte status) => guest.Run(new Host(guest.World), (_, component) =>
        Assert.Equal(status == 0 ? 0 : 1, Math.Min(1, Assert.Throws<GuestExitException>(() => component.Call(Interface, "leave", status)).ExitCode)));
}
