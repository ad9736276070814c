using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>A type whose values live on the garbage-collected heap, which freestanding code does not have.</summary>
/// <remarks>It exists so that a signature that mentions one can be described in an error, and as a generic argument.</remarks>
internal sealed class ObjectType(string name, TypeDefinition? definition, IReadOnlyList<IlType> arguments) : IlType(name)
{
    /// <summary>The class or interface, when it is one.</summary>
    public TypeDefinition? Definition { get; } = definition;

    /// <summary>The generic arguments.</summary>
    public IReadOnlyList<IlType> Arguments { get; } = arguments;

    /// <inheritdoc/>
    public override int Size => 4;

    /// <inheritdoc/>
    public override int Alignment => 4;
}
