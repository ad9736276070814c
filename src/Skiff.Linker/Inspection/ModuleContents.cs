using System.Text.Json;
using System.Text.Json.Serialization;
using Skiff.Linker.Forms;

namespace Skiff.Linker.Inspection;

/// <summary>
/// What lies where in the memory of a linked module, as its custom section <c>skiff.contents</c> says in JSON.
/// </summary>
/// <param name="Items">The parts; they may lie within each other.</param>
internal sealed record ModuleContents([property: JsonPropertyName("contents")] IReadOnlyList<ContentItem> Items)
{
    /// <summary>Reads the contents of the section.</summary>
    /// <exception cref="InvalidDataException">They are not what <see cref="Contents"/> writes; the message is a sentence without its full stop.</exception>
    public static ModuleContents Read(ReadOnlySpan<byte> json)
    {
        try
        {
            ModuleContents? contents = JsonSerializer.Deserialize(json, ModuleContentsContext.Default.ModuleContents);
            return contents is { Items: { } items } && items.All(item => item is { Kind: not null, Address: >= 0, Size: >= 0 })
                ? contents
                : throw new InvalidDataException($"the custom section {Contents.SectionName} lacks the kind, address or size of a part; publish the program again");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"the custom section {Contents.SectionName} cannot be read ({exception.Message.TrimEnd('.')}); publish the program again", exception);
        }
    }
}
