using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>A value type with fields, laid out as the wasm32 C ABI lays out the same <c>struct</c>.</summary>
internal sealed class StructType(string name, TypeDefinition definition, IReadOnlyList<IlType> arguments) : IlType(name)
{
    private StructLayout? _layout;

    /// <summary>The definition the type instantiates.</summary>
    public TypeDefinition Definition { get; } = definition;

    /// <summary>The generic arguments.</summary>
    public IReadOnlyList<IlType> Arguments { get; } = arguments;

    /// <summary>Sizes and offsets; set once by <see cref="TypeSystem"/>.</summary>
    public StructLayout Layout
    {
        get => _layout ?? throw new UnsupportedConstructException($"the struct {Name}, which contains itself");
        internal set => _layout = value;
    }

    /// <summary>Whether the layout is known yet; it is not while the struct's own fields are being laid out.</summary>
    public bool HasLayout => _layout is not null;

    /// <inheritdoc/>
    public override int Size => Layout.Size;

    /// <inheritdoc/>
    public override int Alignment => Layout.Alignment;
}
