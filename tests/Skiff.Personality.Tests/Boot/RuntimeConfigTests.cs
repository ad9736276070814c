using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Skiff.Personality.Tests.Boot;

public sealed unsafe class RuntimeConfigTests : PersonalityTest
{
    [Fact]
    public void Properties_are_read_whatever_their_kind() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["System.Globalization.Invariant"] = "true",
            ["Off"] = "false",
            ["Number"] = "-1.5e3",
            ["Text"] = "a\"b\\c/\té\U0001F600",
            ["Zero"] = "0",
        },
        Read("""
            {
              "runtimeOptions": {
                "tfm": "net10.0",
                "includedFrameworks": [ { "name": "Microsoft.NETCore.App", "version": "10.0.0" } ],
                "configProperties": {
                  "System.Globalization.Invariant": true, "Off": false, "Number": -1.5e3,
                  "Text": "a\"b\\c\/\t\u00e9\ud83d\ude00", "Zero" : 0
                }
              },
              "other": [[], {}, null, -0.1, ""]
            }
            """).Properties);

    [Theory]
    [InlineData("{}")]
    [InlineData(" \r\n\t{ } ")]
    [InlineData("\uFEFF{}")]
    [InlineData("""{"runtimeOptions":{}}""")]
    [InlineData("""{"runtimeOptions":{"configProperties":{}}}""")]
    public void No_properties_are_no_error(string json)
    {
        (Dictionary<string, string> properties, string? error, _) = Read(json);
        Assert.Null(error);
        Assert.Empty(properties);
    }

    [Theory]
    [InlineData("", 0, "an object is missing")]
    [InlineData("[]", 0, "an object is missing")]
    [InlineData("{", 1, "a string is missing")]
    [InlineData("{\"a\"}", 4, "a colon is missing")]
    [InlineData("{\"a\":1,}", 7, "a string is missing")]
    [InlineData("{\"a\":1 \"b\":2}", 7, "a comma or a closing brace is missing")]
    [InlineData("{\"a\":[1 2]}", 8, "a comma or a closing bracket is missing")]
    [InlineData("{\"a\":01}", 7, "a value is missing")]
    [InlineData("{\"a\":1.}", 7, "a digit is missing")]
    [InlineData("{\"a\":tru}", 5, "a value is missing")]
    [InlineData("{} x", 3, "there is something after the end")]
    [InlineData("{\"a", 3, "a string has no end")]
    [InlineData("{\"a\n\":1}", 4, "a control character is in a string")]
    [InlineData("{\"\\x\":1}", 4, "an escape in a string is unknown")]
    [InlineData("{\"\\u12G4\":1}", 6, "a hexadecimal digit is missing")]
    [InlineData("{\"\\u0000\":1}", 8, "a NUL is in a string")]
    [InlineData("{\"\\ud800\":1}", 8, "half of a surrogate pair is in a string")]
    [InlineData("{\"\\udc00\\ud800\":1}", 8, "half of a surrogate pair is in a string")]
    [InlineData("{\"runtimeOptions\":1}", 18, "an object is missing")]
    [InlineData("{\"runtimeOptions\":{\"configProperties\":{\"a\":{}}}}", 43, "a string, a number, true or false is missing")]
    [InlineData("{\"runtimeOptions\":{\"configProperties\":{\"a\":null}}}", 43, "a string, a number, true or false is missing")]
    public void What_is_wrong_is_said_and_where(string json, int position, string expected)
    {
        (_, string? error, uint at) = Read(json);
        Assert.Equal(expected, error);
        Assert.Equal((uint)position, at);
    }

    [Fact]
    public void Nesting_has_an_end()
    {
        Assert.Equal("values are nested too deep", Read("{\"a\":" + new string('[', 100_000)).Error);
        Assert.Null(Read("{\"a\":" + new string('[', 50) + new string(']', 50) + "}").Error);
    }

    [Property(MaxTest = 300)]
    public Property Any_text_is_read_or_refused_as_System_Text_Json_does() => Prop.ForAll(
        Gen.Elements("{", "}", "[", "]", ",", ":", "\"a\"", "\"\\u0041\"", "1", "-", "0", "1e5", "true", "null", " ", "\\", "\"", "x", ".5")
            .ListOf()
            .Select(parts => "{\"a\":" + string.Concat(parts) + "}")
            .ToArbitrary(),
        json =>
        {
            bool expected = true;
            try
            {
                JsonDocument.Parse(json);
            }
            catch (JsonException)
            {
                expected = false;
            }

            return Read(json).Error == null == expected;
        });

    [Property(MaxTest = 300)]
    public Property Any_text_survives_as_a_property() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text =>
        {
            string value = text.Get.Replace("\0", "", StringComparison.Ordinal);
            if (Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(value)) != value)
            {
                return true; // half a surrogate pair
            }

            string json = JsonSerializer.Serialize(new { runtimeOptions = new { configProperties = new { value } } });
            return Read(json).Properties["value"] == value;
        });

    private static (Dictionary<string, string> Properties, string? Error, uint Position) Read(string json)
    {
        byte[] text = Encoding.UTF8.GetBytes(json);
        JsonReader reader;
        Properties.Initialize();
        fixed (byte* start = text.Length == 0 ? new byte[1] : text)
        {
            Json.Initialize(&reader, start, (uint)text.Length);
            RuntimeConfig.Read(&reader);
        }

        Dictionary<string, string> properties = [];
        for (uint i = 0; i < Properties.Count; i++)
        {
            properties.Add(Marshal.PtrToStringUTF8((nint)Properties.Keys[i])!, Marshal.PtrToStringUTF8((nint)Properties.Values[i])!);
        }

        return (properties, reader.Error == null ? null : Marshal.PtrToStringUTF8((nint)reader.Error), reader.Position);
    }
}
