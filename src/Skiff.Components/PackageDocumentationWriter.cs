using System.Text.Json;
using Skiff.Wit;

namespace Skiff.Components;

/// <summary>Writes the JSON of <see cref="PackageDocumentation"/>; what there is nothing to say of is left out.</summary>
internal sealed class PackageDocumentationWriter(Utf8JsonWriter json)
{
    /// <summary>Whether what was written can be read by tools that know version 0 only.</summary>
    public bool IsOldVersion { get; private set; } = true;

    public void Write(Package package)
    {
        json.WriteStartObject();
        WriteText("docs", package.Documentation);
        WriteMap("worlds", package.Worlds.Where(HasAnything), world => world.Name, Write);
        WriteMap("interfaces", package.Interfaces.Where(HasAnything), item => item.Name!, item => Write(item, item.Documentation, item.Stability));
        json.WriteEndObject();
    }

    private static bool HasAnything(Stability stability, string? documentation) => documentation is not null || stability != Stability.Ungated;

    private static bool HasAnything(Interface item) => HasAnything(item.Stability, item.Documentation) || HasItems(item);

    private static bool HasItems(Interface item) => item.Types.Exists(HasAnything) || item.AllFunctions.Any(HasAnything);

    private static bool HasAnything(Function function) => HasAnything(function.Stability, function.Documentation);

    private static bool HasAnything(TypeDefinition type) => HasAnything(type.Stability, type.Documentation) || Members(type).Any();

    private static bool HasAnything(WorldInterface item) =>
        HasAnything(item.Stability, item.Documentation) || (item is { PlainName: not null, Interface.Name: null } && HasItems(item.Interface));

    private static bool HasAnything(World world) => HasAnything(world.Stability, world.Documentation)
        || world.DefinedTypes.Any(HasAnything) || Functions(world, true).Concat(Functions(world, false)).Any(HasAnything)
        || world.Imports.Concat(world.Exports).OfType<WorldInterface>().Any(HasAnything);

    private static IEnumerable<(string Name, string Text)> Members(TypeDefinition type)
    {
        IEnumerable<(string Name, string? Text)> members = type switch
        {
            RecordDefinition record => record.Fields.Select(item => (item.Name, item.Documentation)),
            VariantDefinition variant => variant.Cases.Select(item => (item.Name, item.Documentation)),
            EnumDefinition enumeration => enumeration.Cases.Select(item => (item.Name, item.Documentation)),
            FlagsDefinition flags => flags.Flags.Select(item => (item.Name, item.Documentation)),
            _ => [],
        };
        return members.Where(member => member.Text is not null).Select(member => (member.Name, member.Text!));
    }

    private static IEnumerable<Function> Functions(World world, bool imported) => imported
        ? world.Imports.OfType<WorldFunction>().Select(item => item.Function)
            .Concat(world.DefinedTypes.OfType<ResourceDefinition>().SelectMany(resource => resource.Functions))
        : world.Exports.OfType<WorldFunction>().Select(item => item.Function);

    private void Write(World world)
    {
        json.WriteStartObject();
        WriteText("docs", world.Documentation);
        Write(world.Stability);

        // What is exported stands among the imports, as in version 0, unless something of that name is imported.
        bool IsShared(WorldItem item) => world.FindImport(item.Name) is null;
        IEnumerable<WorldInterface> named = world.Imports.OfType<WorldInterface>().Where(item => item.PlainName is not null && HasAnything(item));
        ILookup<bool, WorldInterface> namedExports = world.Exports.OfType<WorldInterface>().Where(item => item.PlainName is not null && HasAnything(item)).ToLookup(IsShared);
        ILookup<bool, Function> exports = Functions(world, false).Where(HasAnything).ToLookup(function => world.FindImport(function.Name) is null);
        WriteMap("interfaces", named.Concat(namedExports[true]), item => item.Name, Write);
        WriteMap("types", world.DefinedTypes.Where(HasAnything), type => type.Name, Write);
        WriteMap("funcs", Functions(world, true).Where(HasAnything).Concat(exports[true]), function => function.Name, Write);
        IsOldVersion &= !namedExports[false].Any() && !exports[false].Any();
        WriteMap("interface_exports", namedExports[false], item => item.Name, Write);
        WriteMap("func_exports", exports[false], function => function.Name, Write);
        WriteMap("interface_import_stability", Gated(world.Imports), item => item.Name, item => WriteGates(item.Stability));
        WriteMap("interface_export_stability", Gated(world.Exports), item => item.Name, item => WriteGates(item.Stability));
        json.WriteEndObject();
    }

    private static IEnumerable<WorldInterface> Gated(List<WorldItem> items) =>
        items.OfType<WorldInterface>().Where(item => item.PlainName is null && item.Stability != Stability.Ungated);

    private void Write(WorldInterface item) => Write(item.Interface.Name is null ? item.Interface : null, item.Documentation, item.Stability);

    private void Write(Interface? item, string? documentation, Stability stability)
    {
        json.WriteStartObject();
        WriteText("docs", documentation);
        Write(stability);
        if (item is not null)
        {
            WriteMap("funcs", item.AllFunctions.Where(HasAnything), function => function.Name, Write);
            WriteMap("types", item.Types.Where(HasAnything), type => type.Name, Write);
        }

        json.WriteEndObject();
    }

    private void Write(Function function)
    {
        if (function.Stability == Stability.Ungated)
        {
            json.WriteStringValue(function.Documentation);
            return;
        }

        json.WriteStartObject();
        WriteText("docs", function.Documentation);
        Write(function.Stability);
        json.WriteEndObject();
    }

    private void Write(TypeDefinition type)
    {
        json.WriteStartObject();
        WriteText("docs", type.Documentation);
        Write(type.Stability);
        WriteMap("items", Members(type), member => member.Name, member => json.WriteStringValue(member.Text));
        json.WriteEndObject();
    }

    private void Write(Stability stability)
    {
        if (stability != Stability.Ungated)
        {
            json.WritePropertyName("stability");
            WriteGates(stability);
        }
    }

    private void WriteGates(Stability stability)
    {
        IsOldVersion = false;
        json.WriteStartObject();
        json.WriteStartObject(stability.Feature is null ? "stable" : "unstable");
        WriteText("feature", stability.Feature);
        WriteText("since", stability.Feature is null ? stability.Since?.ToString() : null);
        WriteText("deprecated", stability.Deprecated?.ToString());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteText(string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private void WriteMap<T>(string name, IEnumerable<T> items, Func<T, string> key, Action<T> write)
    {
        bool isOpen = false;
        foreach (T item in items)
        {
            if (!isOpen)
            {
                json.WriteStartObject(name);
                isOpen = true;
            }

            json.WritePropertyName(key(item));
            write(item);
        }

        if (isOpen)
        {
            json.WriteEndObject();
        }
    }
}
