using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Linker.Inspection;

/// <summary>What a component consists of.</summary>
/// <param name="Size">The size of the file, in bytes.</param>
/// <param name="Components">What the bytes of the file are; their sizes add up to <paramref name="Size"/>.</param>
/// <param name="Modules">The core modules in it, those of nested components included.</param>
/// <param name="Imports">What a host or another component has to provide.</param>
/// <param name="Exports">What the component offers.</param>
/// <param name="Producers">What made it, and what made its parts.</param>
public sealed record ComponentReport(
    long Size,
    IReadOnlyList<SizeComponent> Components,
    IReadOnlyList<EmbeddedModuleReport> Modules,
    IReadOnlyList<InterfaceItem> Imports,
    IReadOnlyList<InterfaceItem> Exports,
    IReadOnlyList<ProducerItem> Producers)
{
    /// <summary>Reads a component of any origin.</summary>
    /// <exception cref="WasmFormatException">The bytes are not a well-formed component.</exception>
    /// <exception cref="Wasm.Validation.WasmValidationException">The component is not valid.</exception>
    /// <exception cref="InvalidDataException">What a module says of its contents cannot be read; the message is a sentence without its full stop.</exception>
    public static ComponentReport Read(ReadOnlyMemory<byte> file)
    {
        var component = Component.Read(file);
        ComponentSignature signature = component.GetSignature();
        List<EmbeddedModuleReport> modules = [];
        List<ProducerItem> producers = [];
        Collect(component, "", modules, producers);
        return new ComponentReport(
            file.Length,
            Divide(file.Length, modules),
            modules,
            [.. signature.Imports.Select(InterfaceItem.Of)],
            [.. signature.Exports.Select(InterfaceItem.Of)],
            [.. producers.Distinct()]);
    }

    /// <summary>Takes the .NET runtimes apart, and leaves other modules whole.</summary>
    private static List<SizeComponent> Divide(long size, List<EmbeddedModuleReport> modules)
    {
        List<SizeComponent> components = [];
        foreach (EmbeddedModuleReport module in modules)
        {
            components.AddRange(module.Contents.IsSkiff
                ? module.Contents.Components.Select(part => part with { Module = module.Name })
                : [new SizeComponent(SizeKinds.Module, module.Name, module.Contents.Size)]);
        }

        components.Add(new SizeComponent(SizeKinds.Component, null, size - components.Sum(part => part.Size)));
        return components;
    }

    private static void Collect(Component component, string path, List<EmbeddedModuleReport> modules, List<ProducerItem> producers)
    {
        int modulesHere = 0, componentsHere = 0;
        foreach (Definition definition in component.Definitions)
        {
            switch (definition)
            {
                case EmbeddedModule module:
                    modules.Add(new EmbeddedModuleReport(path + (module.Name ?? $"module {modulesHere}"), ModuleReport.Read(module.Bytes)));
                    modulesHere++;
                    break;
                case NestedComponent nested:
                    Collect(nested.Component, $"{path}{nested.Name ?? $"component {componentsHere}"}/", modules, producers);
                    componentsHere++;
                    break;
                case ComponentCustomSection { SectionName: Wasm.Producers.SectionName } section:
                    producers.AddRange(Wasm.Producers.Read(section.Bytes.Span).Fields
                        .SelectMany(field => field.Values.Select(value => new ProducerItem(field.Field, value.Name, value.Version))));
                    break;
            }
        }
    }
}
