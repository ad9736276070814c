using System.Text.Json;

namespace Skiff.Linker.Program;

/// <summary>A program's <c>runtimeconfig.json</c>, of which the linker wants to know one thing.</summary>
internal static class RuntimeConfiguration
{
    private const string Invariant = "System.Globalization.Invariant";

    /// <summary>Whether the program does without culture data.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="text">Its contents.</param>
    /// <exception cref="AppLinkException">It is not a runtime configuration.</exception>
    public static bool IsInvariant(string path, ReadOnlyMemory<byte> text)
    {
        try
        {
            if (text.Span.StartsWith("\uFEFF"u8))
            {
                text = text["\uFEFF"u8.Length..];
            }

            using JsonDocument document = JsonDocument.Parse(
                text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return document.RootElement.TryGetProperty("runtimeOptions", out JsonElement options)
                && options.TryGetProperty("configProperties", out JsonElement properties)
                && properties.TryGetProperty(Invariant, out JsonElement value)
                && (value.ValueKind == JsonValueKind.True
                    || (value.ValueKind == JsonValueKind.String && value.GetString() is { } word
                        && (word == "1" || word.Equals("true", StringComparison.OrdinalIgnoreCase))));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new AppLinkException(
                LinkError.InvalidRuntimeConfiguration, $"'{path}' is not a runtime configuration: {exception.Message.TrimEnd('.')}", exception);
        }
    }
}
