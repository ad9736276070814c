namespace Skiff.Wasm.Components.Validation;

/// <summary>What definitions stand in.</summary>
internal enum ScopeKind
{
    /// <summary>A component.</summary>
    Component,

    /// <summary>The type of components.</summary>
    ComponentType,

    /// <summary>The type of instances.</summary>
    InstanceType,
}
