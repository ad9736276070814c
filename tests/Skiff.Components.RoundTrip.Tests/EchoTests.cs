using FsCheck;
using FsCheck.Fluent;
using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Components.RoundTrip.Tests.Values;
using Skiff.Hosting.Components;
using Skiff.Wit;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>Every value goes from the host to the guest, on to the host, back to the guest, and back to the host.</summary>
public sealed class EchoTests(Guest guest)
{
    public static TheoryData<string, string> Functions => [.. EchoFunctions.All.Select(function => (function.Instance, function.Function.Name))];

    [Theory]
    [MemberData(nameof(Functions))]
    public void Remarkable_values_come_back(string instance, string name)
    {
        Function function = EchoFunctions.Find(instance, name);
        guest.Run(new Host(guest.World), (host, component) =>
        {
            foreach (ComponentValue[] arguments in RemarkableValues.OfParameters(function))
            {
                Check(host, component, instance, function, arguments);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Random_values_come_back(string instance, string name)
    {
        Function function = EchoFunctions.Find(instance, name);
        guest.Run(new Host(guest.World), (host, component) => Prop
            .ForAll(RandomValues.OfParameters(function), arguments => Check(host, component, instance, function, arguments))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(40).WithQuietOnSuccess(true)));
    }

    internal static void Check(Host host, ComponentInstance component, string instance, Function function, ComponentValue[] arguments)
    {
        ComponentValue? result = component.Call(instance, function.Name, arguments);
        Assert.Equal(arguments, host.Received);
        Assert.Equal(Host.Echo(arguments), result);
    }
}
