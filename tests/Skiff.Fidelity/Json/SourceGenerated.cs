using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Skiff.Fidelity.Json;

public sealed record Item(int Id, string Name, decimal Price, string[] Tags, Item? Parent = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(List<Item>))]
[JsonSerializable(typeof(Dictionary<string, DateTimeOffset>))]
public sealed partial class ItemContext : JsonSerializerContext;

public static class SourceGenerated
{
    [Program]
    public static void RoundTrip()
    {
        Item item = new(1, "thing", 9.99m, ["a", "b"], new Item(0, "root", 0, []));
        string json = JsonSerializer.Serialize(item, ItemContext.Default.Item);
        WriteLine(json);
        Item back = JsonSerializer.Deserialize(json, ItemContext.Default.Item)!;
        WriteLine($"{back.Id} {back.Name} {back.Price} {string.Join('+', back.Tags)} {back.Parent!.Name}");
        WriteLine(JsonSerializer.Serialize(new List<Item> { item, item }, ItemContext.Default.ListItem).Length);
        WriteLine(JsonSerializer.Serialize(new Dictionary<string, DateTimeOffset> { ["x"] = DateTimeOffset.UnixEpoch }, ItemContext.Default.DictionaryStringDateTimeOffset));
        Attempt.Show("unknown type", () => JsonSerializer.Serialize(new Version(1, 2), new JsonSerializerOptions { TypeInfoResolver = ItemContext.Default }));
    }

    [Program]
    public static void ContractsAndSchema()
    {
        JsonSerializerOptions options = new()
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers =
                {
                    info =>
                    {
                        foreach (JsonPropertyInfo property in info.Properties)
                        {
                            property.Name = property.Name.ToUpperInvariant();
                        }
                    },
                },
            },
        };
        WriteLine(JsonSerializer.Serialize(new Item(1, "n", 2, ["t"]), options));
        WriteLine(ItemContext.Default.Options.GetJsonSchemaAsNode(typeof(Item)).ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
    }
}
