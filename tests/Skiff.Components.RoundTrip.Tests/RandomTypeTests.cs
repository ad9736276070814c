using FsCheck;
using FsCheck.Fluent;
using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Components.RoundTrip.Tests.Values;
using Skiff.Hosting.Components;
using Skiff.Wit;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>Values of random types, through guests that are compiled for them.</summary>
public sealed class RandomTypeTests
{
    // Rows of remarkable values, of which deep types have very many.
    private const int MostRows = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Values_of_random_types_come_back(int seed)
    {
        string wit = RandomWorld.Write(seed);
        string directory = Directory.CreateTempSubdirectory("skiff-random-").FullName;
        try
        {
            using Guest guest = PassingGuest.Make(wit, directory);
            guest.Run(new Host(guest.World), (host, component) =>
            {
                foreach ((string instance, Function function) in EchoFunctions.Of(guest.World))
                {
                    foreach (ComponentValue[] arguments in RemarkableValues.OfParameters(function).Take(MostRows))
                    {
                        EchoTests.Check(host, component, instance, function, arguments);
                    }

                    Prop.ForAll(RandomValues.OfParameters(function), arguments => EchoTests.Check(host, component, instance, function, arguments))
                        .Check(Config.QuickThrowOnFailure.WithMaxTest(20).WithQuietOnSuccess(true));
                }
            });
        }
        catch (Exception exception) when (exception is not Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{exception}\n\n{wit}");
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
