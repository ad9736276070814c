using System.Text.Json;
using System.Text.Json.Nodes;

namespace Skiff.Fidelity.Json;

public static class Documents
{
    private const string Sample = """
        {"name":"sample","values":[1,2.5,-3e2,true,null],"nested":{"a":{"b":{"c":"deep"}}},"text":"\u00e9\n\t\"","big":12345678901234567890}
        """;

    [Program]
    public static void Elements()
    {
        using JsonDocument document = JsonDocument.Parse(Sample);
        Walk(document.RootElement, "$");
        JsonElement root = document.RootElement;
        WriteLine($"{root.GetProperty("nested").GetProperty("a").GetRawText()} {root.GetPropertyCount()} {root.GetProperty("values").GetArrayLength()}");
        WriteLine($"{root.TryGetProperty("absent", out _)} {root.GetProperty("big").GetUInt64()} {root.GetProperty("big").TryGetInt64(out _)}");
        Attempt.Show("wrong kind", () => root.GetProperty("name").GetInt32());
        Attempt.Show("missing", () => root.GetProperty("absent"));
        WriteLine(JsonElement.DeepEquals(root.GetProperty("values"), JsonDocument.Parse("[1.0,25e-1,-300,true,null]").RootElement));

        static void Walk(JsonElement element, string path)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    foreach (JsonProperty property in element.EnumerateObject())
                    {
                        Walk(property.Value, $"{path}.{property.Name}");
                    }

                    break;
                case JsonValueKind.Array:
                    int index = 0;
                    foreach (JsonElement item in element.EnumerateArray())
                    {
                        Walk(item, $"{path}[{index++}]");
                    }

                    break;
                default:
                    WriteLine($"{path} = {element.ValueKind} {element}");
                    break;
            }
        }
    }

    [Program]
    public static void Nodes()
    {
        JsonNode node = JsonNode.Parse(Sample)!;
        node["values"]!.AsArray().Add(JsonValue.Create("added"));
        node["nested"]!["a"]!["b"]!["c"] = 42;
        node.AsObject().Remove("text");
        node["new"] = new JsonObject { ["x"] = 1, ["list"] = new JsonArray(1, "two", null) };
        WriteLine(node.ToJsonString());
        WriteLine(node["values"]![1]!.GetValue<double>() + (int)node["nested"]!["a"]!["b"]!["c"]!);
        WriteLine($"{node["new"]!["list"]!.GetPath()} {node["name"]!.GetValueKind()} {JsonNode.DeepEquals(node, node.DeepClone())}");
        Attempt.Do("second parent", () => node["again"] = node["new"]);
        node["values"]!.AsArray().RemoveAt(0);
        node["values"]!.ReplaceWith(JsonValue.Create(1));
        WriteLine(node);
    }

    [Program]
    public static void WriterAndReader()
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", 1.25m);
            writer.WriteString("s", "a/b \u2028 <");
            writer.WriteBase64String("b", [1, 2, 3]);
            writer.WriteStartArray("list");
            writer.WriteRawValue("[ 1 ]");
            writer.WriteCommentValue(" note ");
            writer.WriteNullValue();
            writer.WriteEndArray();
            Attempt.Do("wrong end", () => writer.WriteEndArray());
            writer.WriteEndObject();
            writer.Flush();
            WriteLine($"{writer.BytesCommitted} {writer.CurrentDepth}");
        }

        WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
        Utf8JsonReader reader = new(stream.ToArray(), new JsonReaderOptions { CommentHandling = JsonCommentHandling.Allow });
        StringBuilder tokens = new();
        while (reader.Read())
        {
            tokens.Append(reader.TokenType).Append('@').Append(reader.TokenStartIndex).Append(' ');
        }

        WriteLine(tokens);
    }
}
