using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Hosting;
using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>What a guest must not do is an exception that it can understand, and never harms the host or later calls.</summary>
public sealed class MisuseTests(Guest guest)
{
    private const string Interface = "example:features/misuse@1.0.0";

    [Theory]
    [InlineData("use-disposed", "ObjectDisposedException: ")]
    [InlineData("dispose-twice", "no exception: 0")]
    [InlineData("lend-given", "ObjectDisposedException: ")]
    [InlineData("give-twice", "ObjectDisposedException: ")]
    [InlineData("give-one-twice-in-a-list", "ObjectDisposedException: ")]
    [InlineData("pass-null-text", "ArgumentNullException: ")]
    [InlineData("pass-null-list", "NullReferenceException: ")]
    [InlineData("pass-null-variant", "ArgumentNullException: ")]
    [InlineData("pass-null-resource", "ArgumentNullException: ")]
    public void The_guest_gets_an_exception(string function, string expected) => guest.Run(new Host(guest.World), (host, component) =>
    {
        for (int i = 0; i < 3; i++)
        {
            Assert.StartsWith(expected, (string)component.Call(Interface, function)!.Content!, StringComparison.Ordinal);
        }

        // Each tool was dropped or given once.
        Assert.All(host.Tools.Dropped.Concat(host.Tools.Given).CountBy(tool => tool), count => Assert.Equal(3, count.Value));
    });

    [Fact]
    public void What_is_lent_cannot_be_given_away() => guest.Run(new Host(guest.World), (host, component) =>
    {
        Assert.StartsWith("InvalidOperationException: The Tool was lent to this call", Call(component, "give-lent"), StringComparison.Ordinal);
        Assert.Empty(host.Tools.Given);
    });

    [Fact]
    public void What_is_lent_can_be_lent_on() => guest.Run(new Host(guest.World), (_, component) => Assert.Equal("no exception: 5", Call(component, "lend-lent")));

    [Fact]
    public void What_is_lent_can_be_given_back_early() => guest.Run(new Host(guest.World), (host, component) =>
    {
        Assert.StartsWith("ObjectDisposedException: ", Call(component, "dispose-lent"), StringComparison.Ordinal);
        Assert.Empty(host.Tools.Dropped);
    });

    [Fact]
    public void What_is_lent_ends_with_the_call() => guest.Run(new Host(guest.World), (host, component) =>
    {
        Assert.Equal("5", Call(component, "keep-lent"));
        Assert.StartsWith("ObjectDisposedException: ", (string)component.Call(Interface, "use-kept")!.Content!, StringComparison.Ordinal);
        Assert.Empty(host.Tools.Dropped);
    });

    [Fact]
    public void What_is_forgotten_lives_on() => guest.Run(new Host(guest.World), (host, component) =>
    {
        Assert.Equal(1000u, component.Call(Interface, "forget", 1000u));
        Assert.Empty(host.Tools.Dropped);
    });

    [Fact]
    public void A_null_that_is_returned_is_a_trap_with_its_message()
    {
        Host host = new(guest.World);
        guest.Run(host, (_, component) => Assert.Throws<TrapException>(() => component.Call(Interface, "return-null")));
        Assert.Contains("ArgumentNullException", host.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_no_case_of_an_enumeration_is_refused() => guest.Run(new Host(guest.World), (_, component) =>
        Assert.Throws<TrapException>(() => component.Call(Interface, "pass-no-enum")));

    [Fact]
    public void Flags_that_do_not_exist_are_left_out() => guest.Run(new Host(guest.World), (_, component) =>
        Assert.Equal("no exception: {read, write, run}", component.Call(Interface, "pass-no-flags")!.Content));

    private static string Call(ComponentInstance component, string function) => (string)component.Call(Interface, function, Tools.Lend(5))!.Content!;
}
