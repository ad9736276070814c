using System.Text.Json.Serialization;

namespace Skiff.Linker.Inspection;

/// <summary>The JSON of the custom section <c>skiff.contents</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ModuleContents))]
internal sealed partial class ModuleContentsContext : JsonSerializerContext;
