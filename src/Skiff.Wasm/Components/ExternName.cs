namespace Skiff.Wasm.Components;

/// <summary>
/// The name of an import or export with its attributes (specification: component binary format,
/// <c>nameattributes</c>). Only <see cref="Name"/> identifies.
/// </summary>
/// <param name="Name">A plain name such as <c>run</c> or <c>[method]stream.read</c>, or an interface name such as <c>wasi:io/streams@0.2.0</c>.</param>
public sealed record ExternName(string Name)
{
    /// <summary>The interface that an instance of a plain name implements.</summary>
    public string? Implements { get; init; }

    /// <summary>What was stripped from the version of a canonical interface name.</summary>
    public string? VersionSuffix { get; init; }

    /// <summary>The identifier for hosts whose names are not extern names.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Whether there is any attribute.</summary>
    internal bool HasAttributes => Implements is not null || VersionSuffix is not null || ExternalId is not null;

    /// <summary>A name without attributes.</summary>
    public static implicit operator ExternName(string name) => new(name);

    /// <summary>The name without attributes.</summary>
    public override string ToString() => Name;
}
