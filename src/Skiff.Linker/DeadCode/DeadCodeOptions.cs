using Skiff.Wasm.References;

namespace Skiff.Linker.DeadCode;

/// <summary>What dead code removal must know beside the module and the program's assemblies.</summary>
public sealed record DeadCodeOptions
{
    /// <summary>What the runtime's functions and static data refer to: the runtime pack's <c>dotnet.references</c>.</summary>
    public required ReferenceGraph References { get; init; }
}
