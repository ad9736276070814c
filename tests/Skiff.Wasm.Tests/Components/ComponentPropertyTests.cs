using FsCheck.Xunit;
using Skiff.Wasm.Components;

namespace Skiff.Wasm.Tests.Components;

/// <summary>What holds for components of any definitions.</summary>
public class ComponentPropertyTests
{
    [Property(MaxTest = 500)]
    public void Reading_what_was_written_gives_the_same_definitions(int seed)
    {
        Component component = RandomComponent.Make(seed);
        byte[] written = component.Write();
        var read = Component.Read(written);
        Assert.Equal(written, read.Write());
        Assert.Equal(Describe(component), Describe(read));
    }

    [Property(MaxTest = 200)]
    public void Rebuilding_the_definitions_in_another_component_gives_the_same_bytes(int seed)
    {
        var read = Component.Read(RandomComponent.Make(seed).Write());
        Component other = new() { Name = read.Name };
        foreach (Definition definition in read.Definitions)
        {
            other.Add(definition);
        }

        Assert.Equal(read.Write(), other.Write());
    }

    private static List<string> Describe(Component component) => [.. component.Definitions
        .Where(definition => definition is not NamesPlace)
        .Select(definition => $"{definition} {definition.Sort} {(definition is NestedComponent nested ? string.Join('\n', Describe(nested.Component)) : "")}")];
}
