using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Skiff.Linker.Program;

/// <summary>A program's <c>runtimeconfig.json</c>.</summary>
internal sealed class RuntimeConfiguration
{
    private const string Options = "runtimeOptions";
    private const string Properties = "configProperties";
    private const string Invariant = "System.Globalization.Invariant";
    private const string Initializers = "Skiff.SnapshotInitializers";

    private readonly ReadOnlyMemory<byte> _text;
    private readonly JsonObject _root;

    private RuntimeConfiguration(ReadOnlyMemory<byte> text, JsonObject root)
    {
        _text = text;
        _root = root;
    }

    /// <summary>Whether the program does without culture data.</summary>
    public bool IsInvariant =>
        _root[Options]?[Properties]?[Invariant] is JsonValue value
        && ((value.TryGetValue(out bool flag) && flag)
            || (value.TryGetValue(out string? text) && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase))));

    /// <summary>Reads a file.</summary>
    /// <exception cref="AppLinkException">It cannot be read or is not a runtime configuration.</exception>
    public static RuntimeConfiguration Read(string path)
    {
        byte[] text = InputFile.Read(path, "the runtime configuration");
        try
        {
            ReadOnlySpan<byte> json = text.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? text.AsSpan(Encoding.UTF8.Preamble.Length) : text;
            JsonNode? root = JsonNode.Parse(
                json, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            if (root is JsonObject configuration
                && configuration[Options] is null or JsonObject
                && configuration[Options]?[Properties] is null or JsonObject)
            {
                return new RuntimeConfiguration(text, configuration);
            }
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw Malformed(path, exception.Message.TrimEnd('.'), exception);
        }

        throw Malformed(path, $"it is not an object that has {Options} with {Properties}");
    }

    /// <summary>The file as the bundle has it: as it is, unless methods are to be called before the snapshot is taken.</summary>
    /// <param name="initializers">Those methods.</param>
    /// <exception cref="AppLinkException">A method's name cannot be one.</exception>
    public ReadOnlyMemory<byte> WithInitializers(IReadOnlyList<string> initializers)
    {
        if (initializers.Count == 0)
        {
            return _text;
        }

        if (initializers.FirstOrDefault(name => name.Contains(';', StringComparison.Ordinal) || name.IndexOf('.', StringComparison.Ordinal) < 1) is { } malformed)
        {
            throw new AppLinkException(
                LinkError.BootFailed, $"the snapshot initializer '{malformed}' does not name a method; write it as Namespace.Type.Method");
        }

        JsonObject root = _root.DeepClone().AsObject();
        JsonObject options = Child(root, Options);
        Child(options, Properties)[Initializers] = string.Join(';', initializers);
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }

    private static AppLinkException Malformed(string path, string why, Exception? inner = null) =>
        new(LinkError.InvalidRuntimeConfiguration, $"'{path}' is not a runtime configuration: {why}", inner);
}
