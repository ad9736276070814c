namespace Skiff.Wasm.Components;

/// <summary>
/// A core module inside a component (specification: component definitions). Its bytes are kept as they are; nothing
/// reads them until asked.
/// </summary>
public sealed class EmbeddedModule : Definition
{
    /// <summary>Embeds a core module in its binary form.</summary>
    public EmbeddedModule(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>Embeds a core module, which is written at once.</summary>
    /// <exception cref="InvalidOperationException">The module cannot be written.</exception>
    public EmbeddedModule(Module module)
    {
        ArgumentNullException.ThrowIfNull(module);
        Bytes = module.Write();
    }

    /// <summary>The binary form.</summary>
    public ReadOnlyMemory<byte> Bytes { get; set; }

    /// <inheritdoc/>
    public override Sort? Sort => Components.Sort.CoreModule;

    internal override ComponentSectionId Section => ComponentSectionId.CoreModule;

    internal override string Kind => "core module";

    /// <summary>Reads the module, afresh each time; offsets in errors are from the start of the module.</summary>
    /// <exception cref="WasmFormatException">The bytes are not a well-formed module.</exception>
    public Module ReadModule() => Module.Read(Bytes);
}
