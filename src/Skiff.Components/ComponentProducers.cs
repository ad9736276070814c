using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Components;

/// <summary>Says in a component what made it.</summary>
internal static class ComponentProducers
{
    /// <summary>The custom section.</summary>
    public static ComponentCustomSection Section()
    {
        Producers producers = new();
        producers.Add(Producers.ProcessedBy, "skiff", typeof(ComponentProducers).Assembly.GetName().Version!.ToString(3));
        return new ComponentCustomSection(Producers.SectionName, producers.Write());
    }
}
