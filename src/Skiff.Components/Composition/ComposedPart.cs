using Skiff.Components.Reading;
using Skiff.Wasm.Components;
using Skiff.Wit;

namespace Skiff.Components.Composition;

/// <summary>A part with what it imports and exports, and who provides what it imports.</summary>
internal sealed class ComposedPart
{
    private static readonly PackageName s_package = new("root", "component", null);

    /// <summary>Reads a part.</summary>
    /// <exception cref="CompositionException">It is no valid component, or WIT has no words for what it imports or exports.</exception>
    public ComposedPart(ComponentPart part)
    {
        (Name, Component) = (part.Name, part.Component);
        try
        {
            Component.GetSignature();
            (Imports, InstanceShape exports) = new ShapeReader().Read(Component.Definitions);
            // An interface that is imported and exported may be so in different parts.
            ModelReader wanted = new();
            Wanted = wanted.AddWorld(wanted.Package(s_package), "root", Imports, new InstanceShape([]));
            ModelReader all = new();
            Offered = all.AddWorld(all.Package(s_package), "root", Imports, exports);
        }
        catch (Exception exception) when (exception is Wasm.Validation.WasmValidationException or ComponentReadingException)
        {
            throw new CompositionException([$"'{Name}' cannot be composed: {exception.Message.TrimEnd('.')}"]);
        }
    }

    /// <summary>What messages call it.</summary>
    public string Name { get; }

    /// <summary>The component.</summary>
    public Component Component { get; }

    /// <summary>The imports as they are.</summary>
    public InstanceShape Imports { get; }

    /// <summary>A world with the imports.</summary>
    public World Wanted { get; }

    /// <summary>A world with the exports.</summary>
    public World Offered { get; }

    /// <summary>For the imports that others provide: who does, and under which name.</summary>
    public Dictionary<string, (ComposedPart Provider, string Export)> Plugged { get; } = [];

    /// <summary>The names of the imports that WIT counts as such: not the functions of resources, which belong to theirs.</summary>
    public IEnumerable<WorldItem> WantedItems => Wanted.Imports;

    /// <summary>The export that an import fits by name: of that name, else of a compatible version, the newest.</summary>
    public string? FindExport(string import) => Offered.FindExport(import)?.Name
        ?? Offered.Exports.Select(export => export.Name)
            .Where(name => InterfaceName.Track(name) == InterfaceName.Track(import))
            .OrderByDescending(InterfaceName.Version)
            .FirstOrDefault();
}
