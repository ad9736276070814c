namespace Skiff.Wasm.Components;

/// <summary>
/// The sections of a component, each with its identifier (specification: component binary format, component
/// definitions). Unlike those of a core module they stand in any order and repeat.
/// </summary>
public enum ComponentSectionId : byte
{
    /// <summary>Contents of any kind under a name.</summary>
    Custom = 0,

    /// <summary>One core module.</summary>
    CoreModule = 1,

    /// <summary>Instances of core modules.</summary>
    CoreInstance = 2,

    /// <summary>Core types.</summary>
    CoreType = 3,

    /// <summary>One nested component.</summary>
    Component = 4,

    /// <summary>Instances of components.</summary>
    Instance = 5,

    /// <summary>Aliases.</summary>
    Alias = 6,

    /// <summary>Types.</summary>
    Type = 7,

    /// <summary>Canonical definitions.</summary>
    Canonical = 8,

    /// <summary>A start function.</summary>
    Start = 9,

    /// <summary>Imports.</summary>
    Import = 10,

    /// <summary>Exports.</summary>
    Export = 11,

    /// <summary>Values.</summary>
    Value = 12,
}
