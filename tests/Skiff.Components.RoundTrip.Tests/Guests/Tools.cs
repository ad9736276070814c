using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests.Guests;

/// <summary>What only the host implements. A tool is known by its number.</summary>
internal sealed class Tools
{
    private const uint ToolType = 3;

    /// <summary>The numbers of the tools that the guest dropped.</summary>
    public List<uint> Dropped { get; } = [];

    /// <summary>The numbers of the tools that the guest gave to the host.</summary>
    public List<uint> Given { get; } = [];

    /// <summary>A tool that is lent.</summary>
    public static ComponentValue Lend(uint number) => new ComponentResource.Host(ToolType, number, IsOwned: false);

    /// <summary>Adds everything to what the guest is given.</summary>
    public void Define(Host host, string instance)
    {
        ComponentImports imports = host.Imports;
        imports
            .Resource(instance, "tool", ToolType, Dropped.Add)
            .Function(instance, "[constructor]tool", arguments => new ComponentResource.Host(ToolType, (uint)arguments[0].Content!))
            .Function(instance, "[method]tool.id", arguments => Number(arguments[0]))
            .Function(instance, "look", arguments => Number(arguments[0]))
            .Function(instance, "take", arguments => Give(arguments[0]))
            .Function(instance, "take-all", arguments => (uint)arguments[0].Elements.Sum(tool => Give(tool)))
            .Function(instance, "take-both", arguments => Give(arguments[0]) + Give(arguments[1]))
            .Function(instance, "want-text", _ => null)
            .Function(instance, "want-list", _ => null)
            .Function(instance, "want-shape", _ => null)
            .Function(instance, "want-enum", arguments => (string)arguments[0].Content!)
            .Function(instance, "want-flags", arguments => arguments[0].ToString());
    }

    private uint Give(ComponentValue tool)
    {
        Given.Add(Number(tool));
        return Number(tool);
    }

    private static uint Number(ComponentValue tool) => ((ComponentResource.Host)tool.Resource).Representation;
}
