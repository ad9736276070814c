namespace Skiff.Wasm.Components;

/// <summary>A type that is imported or exported.</summary>
public sealed class TypeSignature : Signature
{
    internal TypeSignature(Signature type) => Type = type;

    /// <summary>
    /// A <see cref="ResolvedType"/>, a <see cref="ResourceIdentity"/>, or the signature of what a function, instance or
    /// component type describes.
    /// </summary>
    public Signature Type { get; }

    internal override string Kind => "type";
}
