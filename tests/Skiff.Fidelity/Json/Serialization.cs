using System.Text.Json;
using System.Text.Json.Serialization;

namespace Skiff.Fidelity.Json;

public static class Serialization
{
    private static readonly JsonSerializerOptions s_indented = new() { WriteIndented = true };

    public sealed record Address(string Street, int? Number);

    public enum Colour
    {
        Red,
        Green,
        DeepBlue,
    }

    [Flags]
    public enum Rights
    {
        None,
        Read = 1,
        Write = 2,
    }

    public sealed class Everything
    {
        public bool Bool { get; set; } = true;

        public byte Byte { get; set; } = 255;

        public long Long { get; set; } = long.MinValue;

        public ulong ULong { get; set; } = ulong.MaxValue;

        public float Float { get; set; } = 1.1f;

        public double Double { get; set; } = 0.1 + 0.2;

        public decimal Decimal { get; set; } = 1.10m;

        public char Char { get; set; } = 'é';

        public string Text { get; set; } = "quotes \" and \\ <b>&'+ 😀 \u0001";

        public DateTime Moment { get; set; } = new(2024, 2, 29, 23, 59, 59, 999, DateTimeKind.Utc);

        public DateTimeOffset Offset { get; set; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(5.5));

        public TimeSpan Span { get; set; } = new(1, 2, 3, 4, 5);

        public DateOnly Date { get; set; } = new(2000, 12, 31);

        public TimeOnly Time { get; set; } = new(13, 14, 15);

        public Guid Guid { get; set; } = new("01234567-89ab-cdef-0123-456789abcdef");

        public Uri Uri { get; set; } = new("https://example.org/a b?q=ü");

        public Version Version { get; set; } = new(1, 2, 3);

        public byte[] Bytes { get; set; } = [1, 2, 3, 255];

        public int? Nothing { get; set; }

        public Colour Colour { get; set; } = Colour.DeepBlue;

        public Address Address { get; set; } = new("Main", 5);

        public List<int> List { get; set; } = [1, 2, 3];

        public Dictionary<string, double> Map { get; set; } = new() { ["a"] = 1, ["B c"] = 2.5 };

        public int[][] Jagged { get; set; } = [[1], [2, 3], []];

        public (int, string) Tuple { get; set; } = (1, "t");

        public object Boxed { get; set; } = new { X = 1, Y = "two" };

        public IEnumerable<string> Lazy => Enumerable.Range(0, 2).Select(i => $"item {i}");

        public Int128 Huge { get; set; } = Int128.MaxValue;

        public Half Half { get; set; } = (Half)0.1;

        [JsonIgnore]
        public string Hidden { get; set; } = "hidden";

        [JsonPropertyName("renamed"), JsonPropertyOrder(-1)]
        public string Named { get; set; } = "named";

        [JsonInclude]
        internal int Included = 9;
    }

    [Program]
    public static void ReflectionRoundTrip()
    {
        string json = JsonSerializer.Serialize(new Everything(), s_indented);
        WriteLine(json);
        Everything back = JsonSerializer.Deserialize<Everything>(json)!;
        WriteLine(JsonSerializer.Serialize(back, s_indented) == json);
        WriteLine($"{back.Address} {back.Colour} {back.Map["B c"]} {back.Boxed.GetType().Name} {back.Moment.Kind} {back.Huge}");
    }

    [Program]
    public static void Options()
    {
        var value = new { FirstName = "Ann", LastURL = "x", Nothing = (string?)null, Zero = 0, Day = DayOfWeek.Friday, Rights = Rights.Read | Rights.Write, Html = "<é>" };
        foreach (JsonNamingPolicy? policy in new[] { null, JsonNamingPolicy.CamelCase, JsonNamingPolicy.KebabCaseLower, JsonNamingPolicy.KebabCaseUpper, JsonNamingPolicy.SnakeCaseLower, JsonNamingPolicy.SnakeCaseUpper })
        {
            JsonSerializerOptions options = new() { PropertyNamingPolicy = policy, Converters = { new JsonStringEnumConverter(policy) } };
            WriteLine(JsonSerializer.Serialize(value, options));
        }

        foreach (JsonIgnoreCondition condition in new[] { JsonIgnoreCondition.Never, JsonIgnoreCondition.WhenWritingNull, JsonIgnoreCondition.WhenWritingDefault })
        {
            WriteLine(JsonSerializer.Serialize(value, new JsonSerializerOptions { DefaultIgnoreCondition = condition }));
        }

        WriteLine(JsonSerializer.Serialize(value, new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true, IndentCharacter = '\t', IndentSize = 1, NewLine = "\n" }));
        JsonSerializerOptions lenient = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip, PropertyNameCaseInsensitive = true, NumberHandling = JsonNumberHandling.AllowReadingFromString | JsonNumberHandling.AllowNamedFloatingPointLiterals };
        WriteLine(JsonSerializer.Deserialize<Address>("""{ /* c */ "STREET": "x", "number": "7", }""", lenient));
        WriteLine(JsonSerializer.Serialize(new[] { double.NaN, double.PositiveInfinity, 1 }, lenient));
        WriteLine(JsonSerializer.Deserialize<double[]>("""["NaN", "-Infinity", 1e3]""", lenient)!.Sum());
        JsonSerializerOptions web = new(JsonSerializerDefaults.Web);
        WriteLine(JsonSerializer.Serialize(new Address("s", null), web));
        JsonSerializerOptions strict = JsonSerializerOptions.Strict;
        Attempt.Show("duplicates", () => JsonSerializer.Deserialize<Address>("""{"Street":"a","Number":1,"Street":"b"}""", strict));
        Attempt.Show("unmapped", () => JsonSerializer.Deserialize<Address>("""{"Street":"a","Number":1,"More":"b"}""", strict));
    }

    [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
    [JsonDerivedType(typeof(Circle), "circle")]
    [JsonDerivedType(typeof(Square), "square")]
    public abstract record Shape(string Name);

    public sealed record Circle(string Name, double Radius) : Shape(Name);

    public sealed record Square(string Name, double Side) : Shape(Name);

    public sealed class Node
    {
        public string Name { get; set; } = "";

        public Node? Next { get; set; }

        public List<Node> Children { get; set; } = [];
    }

    [Program]
    public static void PolymorphismAndReferences()
    {
        List<Shape> shapes = [new Circle("c", 1.5), new Square("s", 2)];
        string json = JsonSerializer.Serialize(shapes);
        WriteLine(json);
        foreach (Shape shape in JsonSerializer.Deserialize<List<Shape>>(json)!)
        {
            WriteLine(shape);
        }

        Attempt.Show("unknown kind", () => JsonSerializer.Deserialize<Shape>("""{"kind":"triangle","Name":"t"}"""));
        Node node = new() { Name = "a" };
        node.Next = node;
        node.Children.Add(node);
        Attempt.Show("cycle", () => JsonSerializer.Serialize(node));
        JsonSerializerOptions preserve = new() { ReferenceHandler = ReferenceHandler.Preserve };
        string graph = JsonSerializer.Serialize(node, preserve);
        WriteLine(graph);
        Node back = JsonSerializer.Deserialize<Node>(graph, preserve)!;
        WriteLine(ReferenceEquals(back, back.Next) && ReferenceEquals(back, back.Children[0]));
        WriteLine(JsonSerializer.Serialize(node, new JsonSerializerOptions { ReferenceHandler = ReferenceHandler.IgnoreCycles }));
    }

    private sealed class RomanConverter : JsonConverter<int>
    {
        public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!.Length;

        public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue(new string('I', value));
    }

    private sealed class WrapperFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Lazy<>);

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
            (JsonConverter)Activator.CreateInstance(typeof(LazyConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;
    }

    private sealed class LazyConverter<T> : JsonConverter<Lazy<T>>
    {
        public override Lazy<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            T value = JsonSerializer.Deserialize<T>(ref reader, options)!;
            return new Lazy<T>(() => value);
        }

        public override void Write(Utf8JsonWriter writer, Lazy<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value.Value, options);
    }

    [Program]
    public static void Converters()
    {
        JsonSerializerOptions options = new() { Converters = { new RomanConverter(), new WrapperFactory() } };
        WriteLine(JsonSerializer.Serialize(new { A = 3, B = new Lazy<List<int>>(() => [1, 2]) }, options));
        WriteLine(JsonSerializer.Deserialize<Lazy<Dictionary<string, int>>>("""{"x":"IIII"}""", options)!.Value["x"]);
    }

    [Program]
    public static void Errors()
    {
        foreach (string json in new[] { "", "{", "[1,]", "{\"Street\":1}", "nul", "{\"Street\":\"a\" \"Number\":2}", "{\"Number\":99999999999}", "\"\\ud800\"", "[1]x", "{\"Number\":1.5}" })
        {
            Attempt.Show(json, () => JsonSerializer.Deserialize<Address>(json));
        }

        Attempt.Show("required", () => JsonSerializer.Deserialize<Needs>("{}"));
        Attempt.Show("unsupported", () => JsonSerializer.Serialize(typeof(int)));
        Attempt.Show("deep", () => JsonSerializer.Deserialize<JsonElement>(new string('[', 70) + new string(']', 70)).ValueKind);
        Attempt.Show("no constructor", () => JsonSerializer.Deserialize<NoConstructor>("{}"));
    }

    public sealed class Needs
    {
        public required int Value { get; init; }

        public required string Other { get; init; }
    }

    public sealed class NoConstructor
    {
        private NoConstructor(int x) => X = x;

        public int X { get; }
    }

    [Program]
    public static async Task Streaming()
    {
        await using (FileStream file = File.Create("numbers.json"))
        {
            await JsonSerializer.SerializeAsync(file, Produce());
        }

        await using FileStream input = File.OpenRead("numbers.json");
        WriteLine(input.Length);
        int sum = 0;
        await foreach (int value in JsonSerializer.DeserializeAsyncEnumerable<int>(input))
        {
            sum += value;
        }

        WriteLine(sum);

        static async IAsyncEnumerable<int> Produce()
        {
            for (int i = 0; i < 2000; i++)
            {
                if (i % 500 == 0)
                {
                    await Task.Yield();
                }

                yield return i;
            }
        }
    }
}
