using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Wit;
using Skiff.Wit.Resolution;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>The exported functions that pass on what they get, and return what comes back; those with resources are tested by themselves.</summary>
internal static class EchoFunctions
{
    /// <summary>All of those of the guest library, with the name of the interface.</summary>
    public static IReadOnlyList<(string Instance, Function Function)> All { get; } = Of(PackageGraph.Load(Built.Wit).SelectWorld());

    /// <summary>All of those of a world, with the name of the interface.</summary>
    public static IReadOnlyList<(string Instance, Function Function)> Of(World world) =>
    [
        .. from item in world.Exports.OfType<WorldInterface>()
           where world.FindImport(item.Name) is not null && item.Interface.Name != "resources"
           from function in item.Interface.Functions
           select (item.Name, function),
        .. world.Exports.OfType<WorldFunction>().Select(item => ("", item.Function)),
    ];

    /// <summary>One of them.</summary>
    public static Function Find(string instance, string name) => All.Single(item => item.Instance == instance && item.Function.Name == name).Function;
}
