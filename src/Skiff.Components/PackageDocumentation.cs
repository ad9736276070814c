using System.Text.Encodings.Web;
using System.Text.Json;
using Skiff.Wasm.Components;
using Skiff.Wit;

namespace Skiff.Components;

/// <summary>
/// The custom section <c>package-docs</c>: documentation and gates, which the binary format has no place for. It is a byte for
/// the version, then JSON that follows the structure of the package.
/// </summary>
internal static class PackageDocumentation
{
    /// <summary>The name of the custom section.</summary>
    public const string SectionName = "package-docs";

    // Version 0 has documentation only, and no difference between imports and exports of one name.
    private const byte OldVersion = 0, Version = 1;

    /// <summary>Gives the items of a package what the section of a component says of them; nothing if there is none.</summary>
    /// <exception cref="ComponentReadingException">The section is malformed.</exception>
    public static void Apply(Component component, Package package)
    {
        foreach (ComponentCustomSection section in component.CustomSections.Where(section => section.SectionName == SectionName))
        {
            ReadOnlyMemory<byte> bytes = section.Bytes;
            if (bytes.IsEmpty || bytes.Span[0] is not (OldVersion or Version))
            {
                throw new ComponentReadingException($"The custom section {SectionName} is of an unknown version.");
            }

            try
            {
                using var document = JsonDocument.Parse(bytes[1..]);
                Apply(document.RootElement, package);
            }
            catch (Exception exception) when (exception is JsonException or InvalidOperationException)
            {
                throw new ComponentReadingException($"The custom section {SectionName} is malformed ({exception.Message.TrimEnd('.')}).", exception);
            }
        }
    }

    /// <summary>The section for a package; null if there is nothing to say.</summary>
    public static ComponentCustomSection? Of(Package package)
    {
        using var json = new MemoryStream();
        bool isOld;
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            var written = new PackageDocumentationWriter(writer);
            written.Write(package);
            isOld = written.IsOldVersion;
        }

        byte[] text = json.ToArray();
        return text.AsSpan().SequenceEqual("{}"u8) ? null : new ComponentCustomSection(SectionName, (byte[])[isOld ? OldVersion : Version, .. text]);
    }

    private static void Apply(JsonElement json, Package package)
    {
        package.Documentation = Text(json, "docs") ?? package.Documentation;
        foreach (JsonProperty item in Members(json, "interfaces"))
        {
            if (package.FindInterface(item.Name) is { } found)
            {
                found.Documentation = Text(item.Value, "docs");
                found.Stability = Gates(item.Value);
                Apply(item.Value, found.Types, found.AllFunctions);
            }
        }

        foreach (JsonProperty item in Members(json, "worlds"))
        {
            if (package.FindWorld(item.Name) is { } found)
            {
                Apply(item.Value, found);
            }
        }
    }

    private static void Apply(JsonElement json, World world)
    {
        world.Documentation = Text(json, "docs");
        world.Stability = Gates(json);
        IEnumerable<Function> imported = world.Imports.OfType<WorldFunction>().Select(item => item.Function)
            .Concat(world.DefinedTypes.OfType<ResourceDefinition>().SelectMany(resource => resource.Functions));
        IEnumerable<Function> exported = world.Exports.OfType<WorldFunction>().Select(item => item.Function);
        Apply(json, [.. world.DefinedTypes], imported.Concat(exported.ExceptBy(imported.Select(function => function.Name), function => function.Name)));
        ApplyFunctions(Members(json, "func_exports"), exported);
        ApplyInterfaces(Members(json, "interfaces"), [.. world.Imports, .. world.Exports]);
        ApplyInterfaces(Members(json, "interface_exports"), world.Exports);
        ApplyGates(Members(json, "interface_import_stability"), world.Imports);
        ApplyGates(Members(json, "interface_export_stability"), world.Exports);
    }

    private static void ApplyInterfaces(IEnumerable<JsonProperty> json, List<WorldItem> items)
    {
        foreach (JsonProperty item in json)
        {
            if (items.Find(known => known.Name == item.Name) is WorldInterface { PlainName: not null } found)
            {
                found.Documentation = Text(item.Value, "docs");
                found.Stability = Gates(item.Value);
                if (found.Interface.Name is null)
                {
                    Apply(item.Value, found.Interface.Types, found.Interface.AllFunctions);
                }
            }
        }
    }

    private static void ApplyGates(IEnumerable<JsonProperty> json, List<WorldItem> items)
    {
        foreach (JsonProperty item in json)
        {
            if (items.Find(known => known.Name == item.Name) is WorldInterface found)
            {
                found.Stability = GatesOf(item.Value);
            }
        }
    }

    private static void Apply(JsonElement json, List<Wit.TypeDefinition> types, IEnumerable<Function> functions)
    {
        ApplyFunctions(Members(json, "funcs"), functions);
        foreach (JsonProperty item in Members(json, "types"))
        {
            if (types.Find(type => type.Name == item.Name) is { } found)
            {
                found.Documentation = Text(item.Value, "docs");
                found.Stability = Gates(item.Value);
                ApplyMembers(found, Members(item.Value, "items").ToDictionary(member => member.Name, member => member.Value.GetString()));
            }
        }
    }

    private static void ApplyFunctions(IEnumerable<JsonProperty> json, IEnumerable<Function> functions)
    {
        foreach (JsonProperty item in json)
        {
            if (functions.FirstOrDefault(function => function.Name == item.Name) is { } found)
            {
                bool isText = item.Value.ValueKind == JsonValueKind.String;
                found.Documentation = isText ? item.Value.GetString() : Text(item.Value, "docs");
                found.Stability = isText ? Stability.Ungated : Gates(item.Value);
            }
        }
    }

    private static void ApplyMembers(Wit.TypeDefinition type, Dictionary<string, string?> texts)
    {
        switch (type)
        {
            case RecordDefinition record:
                Replace(record.Fields, item => item with { Documentation = texts.GetValueOrDefault(item.Name) });
                break;
            case VariantDefinition variant:
                Replace(variant.Cases, item => item with { Documentation = texts.GetValueOrDefault(item.Name) });
                break;
            case EnumDefinition enumeration:
                Replace(enumeration.Cases, item => item with { Documentation = texts.GetValueOrDefault(item.Name) });
                break;
            case FlagsDefinition flags:
                Replace(flags.Flags, item => item with { Documentation = texts.GetValueOrDefault(item.Name) });
                break;
        }
    }

    private static void Replace<T>(List<T> items, Func<T, T> replacement)
    {
        for (int i = 0; i < items.Count; i++)
        {
            items[i] = replacement(items[i]);
        }
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement found) ? found.EnumerateObject() : default;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out JsonElement found) ? found.GetString() : null;

    private static Stability Gates(JsonElement json) => json.TryGetProperty("stability", out JsonElement found) ? GatesOf(found) : Stability.Ungated;

    private static Stability GatesOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Stability.Ungated;
        }

        if (json.TryGetProperty("stable", out JsonElement stable))
        {
            return new Stability(Parse(Text(stable, "since")), null, Parse(Text(stable, "deprecated")));
        }

        return json.TryGetProperty("unstable", out JsonElement unstable)
            ? new Stability(null, Text(unstable, "feature"), Parse(Text(unstable, "deprecated")))
            : Stability.Ungated;
    }

    private static SemanticVersion? Parse(string? text) => text is null ? null
        : SemanticVersion.TryParse(text) ?? throw new ComponentReadingException($"The custom section {SectionName} is malformed ('{text}' is no version).");
}
