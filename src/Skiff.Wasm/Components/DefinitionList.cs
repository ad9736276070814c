using System.Collections.ObjectModel;

namespace Skiff.Wasm.Components;

/// <summary>The definitions of a component or of a type, in order: each can refer to those before it.</summary>
public sealed class DefinitionList : Collection<Definition>
{
    /// <summary>Appends a definition and returns it.</summary>
    public T Add<T>(T definition)
        where T : Definition
    {
        base.Add(definition);
        return definition;
    }
}
