using System.Text.Json;
using System.Text.Json.Serialization;

namespace Skiff.Runtime.Packing;

/// <summary>The file <c>runtime-pack.json</c>: what a runtime pack was made from.</summary>
/// <param name="RuntimeVersion">The version of the runtime package.</param>
/// <param name="LibraryHash">The content hash of what the managed assemblies were made from.</param>
/// <param name="ModuleHash">The content hash of what the modules were made from.</param>
public sealed record RuntimePackManifest(string RuntimeVersion, string LibraryHash, string ModuleHash)
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "runtime-pack.json";

    /// <summary>Reads the manifest of the pack in <paramref name="directory"/>; null when there is no finished pack.</summary>
    public static RuntimePackManifest? Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        return File.Exists(path)
            ? JsonSerializer.Deserialize(File.ReadAllText(path), RuntimePackJson.Default.RuntimePackManifest)
            : null;
    }

    /// <summary>Writes the manifest into <paramref name="directory"/>.</summary>
    public void Write(string directory) =>
        File.WriteAllText(Path.Combine(directory, FileName), JsonSerializer.Serialize(this, RuntimePackJson.Default.RuntimePackManifest) + "\n");
}

/// <summary>How the manifest is written as JSON.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(RuntimePackManifest))]
internal sealed partial class RuntimePackJson : JsonSerializerContext;
