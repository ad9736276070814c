using Markdig;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Skiff.Fidelity.Libraries;

public static class CommonPackages
{
    [Program]
    public static void Markdown()
    {
        const string Text = """
            # Title with `code` and *emphasis*

            A [link](https://example.org "title"), ![image](x.png), **bold**, ~~struck~~, <em>html</em>, footnote[^1].

            | a | b |
            |---|--:|
            | 1 | 2 |

            - [x] done
            - [ ] open
              1. nested
              2. list

            > quote
            > more

            ```csharp
            var x = "<escaped>" & 1;
            ```

            [^1]: The note.

            Term
            :   Definition
            """;
        WriteLine(Markdig.Markdown.ToHtml(Text));
        MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().UseYamlFrontMatter().UseEmojiAndSmiley().Build();
        WriteLine(Markdig.Markdown.ToHtml("---\nkey: value\n---\n" + Text + "\n\n:smile: $x^2$", pipeline));
        WriteLine(Markdig.Markdown.ToPlainText("*plain* **text**"));
        WriteLine(string.Join(' ', Markdig.Markdown.Parse(Text, pipeline).Select(b => b.GetType().Name)));
    }

    public sealed class Order
    {
        [Newtonsoft.Json.JsonProperty("order_id")]
        public int Id { get; set; }

        public DateTime Placed { get; set; }

        public List<Dictionary<string, object?>> Lines { get; set; } = [];

        public Order? Parent { get; set; }

        [Newtonsoft.Json.JsonIgnore]
        public string Secret { get; set; } = "s";
    }

    [Program]
    public static void NewtonsoftJson()
    {
        Order order = new() { Id = 5, Placed = new DateTime(2024, 1, 2, 3, 4, 5, DateTimeKind.Utc), Lines = [new() { ["a"] = 1, ["b"] = "x", ["c"] = null }] };
        string json = Newtonsoft.Json.JsonConvert.SerializeObject(order, Newtonsoft.Json.Formatting.Indented);
        WriteLine(json);
        Order back = Newtonsoft.Json.JsonConvert.DeserializeObject<Order>(json)!;
        WriteLine($"{back.Id} {back.Placed:O} {back.Lines[0]["a"]!.GetType().Name}");
        JObject parsed = JObject.Parse("""{"list":[{"n":1},{"n":20},{"n":3}],"deep":{"x":[true,null,1.5]}}""");
        WriteLine($"{parsed.SelectToken("$.list[?(@.n > 5)].n")} {string.Join(',', parsed.SelectTokens("$..n"))} {parsed["deep"]!["x"]![2]} {parsed["deep"]!.ToString(Newtonsoft.Json.Formatting.None)}");
        dynamic dynamic = parsed;
        WriteLine($"{dynamic.list[1].n} {(int)dynamic.list.Count}");
        Newtonsoft.Json.JsonSerializerSettings settings = new() { TypeNameHandling = Newtonsoft.Json.TypeNameHandling.Auto, ContractResolver = new Newtonsoft.Json.Serialization.CamelCasePropertyNamesContractResolver(), NullValueHandling = Newtonsoft.Json.NullValueHandling.Ignore, PreserveReferencesHandling = Newtonsoft.Json.PreserveReferencesHandling.Objects };
        order.Parent = order;
        WriteLine(Newtonsoft.Json.JsonConvert.SerializeObject(new object[] { order, 1, "two" }, settings));
        Attempt.Show("bad", () => JObject.Parse("{'a':"));
        WriteLine(Newtonsoft.Json.JsonConvert.DeserializeXNode("""{"root":{"@attr":"1","child":["a","b"]}}"""));
    }

    [Program]
    public static void Yaml()
    {
        ISerializer serializer = new SerializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build();
        WriteLine(serializer.Serialize(new { Name = "yaml", Items = new[] { 1, 2 }, Nested = new Dictionary<string, object> { ["k"] = "multi\nline", ["flag"] = true } }));
        IDeserializer deserializer = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        Settings settings = deserializer.Deserialize<Settings>("""
            base: &b
              x: 1
            title: "a title"
            retry_count: 5
            endpoints:
              - host: a
                port: 1
              - {host: b, port: 2}
            """);
        WriteLine($"{settings.Title} {settings.RetryCount} {string.Join(',', settings.Endpoints.Select(e => e.Host + e.Port))}");
        Attempt.Do("bad", () => deserializer.Deserialize<Settings>("a: [1, 2"));
    }

    public sealed class Settings
    {
        public string Title { get; set; } = "";

        public int RetryCount { get; set; }

        public List<Endpoint> Endpoints { get; set; } = [];
    }

    public sealed class Endpoint
    {
        public string Host { get; set; } = "";

        public int Port { get; set; }
    }

    public interface IClock
    {
        string Now { get; }
    }

    public sealed class FixedClock : IClock, IDisposable
    {
        public string Now => "noon";

        public void Dispose() => WriteLine("clock disposed");
    }

    public sealed class Greeter(IClock clock, IOptions<Settings> options, ILogger<Greeter> logger)
    {
        public string Greet()
        {
            logger.LogInformation("greeting {Name} at {Time}", options.Value.Title, clock.Now);
            return $"{options.Value.Title} at {clock.Now}";
        }
    }

    private sealed class Recorder(List<string> log) : ILoggerProvider, ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public ILogger CreateLogger(string categoryName)
        {
            log.Add($"category {categoryName.Split('.')[^1]}");
            return this;
        }

        public void Dispose() => log.Add("provider disposed");

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => log.Add($"{logLevel} {formatter(state, exception)}");
    }

    [Program]
    public static void DependencyInjection()
    {
        List<string> log = [];
        ServiceCollection services = new();
        services.AddSingleton<IClock, FixedClock>();
        services.AddTransient<Greeter>();
        services.AddOptions<Settings>().Configure(s => s.Title = "configured").PostConfigure(s => s.Title += "!").Validate(s => s.RetryCount == 0);
        services.AddLogging(b => b.AddProvider(new Recorder(log)));
        services.AddKeyedSingleton("key", "keyed value");
        services.AddScoped(_ => new List<int> { 1 });
        services.AddSingleton(typeof(IComparer<>), typeof(Reversed<>));
        using (ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = true }))
        {
            WriteLine(provider.GetRequiredService<Greeter>().Greet());
            WriteLine($"{provider.GetRequiredKeyedService<string>("key")} {provider.GetService<Version>() is null} {provider.GetRequiredService<IComparer<int>>().Compare(1, 2)}");
            using IServiceScope first = provider.CreateScope(), second = provider.CreateScope();
            WriteLine($"{ReferenceEquals(first.ServiceProvider.GetService<List<int>>(), first.ServiceProvider.GetService<List<int>>())} {ReferenceEquals(first.ServiceProvider.GetService<List<int>>(), second.ServiceProvider.GetService<List<int>>())}");
            Attempt.Do("scoped from root", () => provider.GetRequiredService<List<int>>());
            Attempt.Do("unknown", () => provider.GetRequiredService<Version>());
        }

        log.ForEach(WriteLine);
    }

    public sealed class Reversed<T> : IComparer<T>
    {
        public int Compare(T? x, T? y) => Comparer<T>.Default.Compare(y, x);
    }

    [Program]
    public static void Configuration()
    {
        File.WriteAllText("settings.json", """{ "Title": "from json", "Endpoints": [ { "Host": "h", "Port": 80 } ], "Nested": { "Deep": { "Value": "1" } } }""");
        IConfigurationRoot configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["RetryCount"] = "3", ["Title"] = "memory" })
            .AddJsonFile(Path.GetFullPath("settings.json"), optional: false)
            .AddCommandLine(["--Endpoints:0:Port=8080", "/Extra", "yes"])
            .Build();
        Settings settings = configuration.Get<Settings>()!;
        WriteLine($"{settings.Title} {settings.RetryCount} {settings.Endpoints[0].Host} {settings.Endpoints[0].Port} {configuration["Extra"]} {configuration.GetSection("Nested:Deep").GetValue<int>("Value")} {configuration.GetSection("None").Exists()}");
        foreach (KeyValuePair<string, string?> pair in configuration.AsEnumerable().OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            WriteLine($"{pair.Key} = {pair.Value}");
        }

        Attempt.Do("missing file", () =>
        {
            try
            {
                new ConfigurationBuilder().AddJsonFile(Path.GetFullPath("none.json")).Build();
            }
            catch (FileNotFoundException)
            {
                throw new FileNotFoundException("missing");
            }
        });
    }
}
