using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Components;

/// <summary>What an import of the core module means in the world: a function, or an intrinsic of a resource.</summary>
/// <param name="Item">The interface; null for what the world itself has.</param>
/// <param name="Function">The function, if it is one.</param>
/// <param name="Resource">The resource, if it is an intrinsic.</param>
/// <param name="Intrinsic">Which intrinsic it is.</param>
internal sealed record CoreImport(WorldInterface? Item, Function? Function, ResourceDefinition? Resource = null, ResourceIntrinsic Intrinsic = default);
