namespace Skiff.Personality;

/// <summary>
/// <c>&lt;app&gt;.runtimeconfig.json</c>, as the .NET SDK writes it: the entries of <c>runtimeOptions.configProperties</c>
/// become runtime properties, whose values are texts whatever they are written as. Everything else in it chooses a
/// framework, which the AppBundle has already.
/// </summary>
internal static unsafe class RuntimeConfig
{
    /// <summary>
    /// Adds a file's properties to <see cref="Properties"/>. Where it is not what is expected, the reader says what and
    /// where.
    /// </summary>
    internal static void Read(JsonReader* reader)
    {
        if (!Json.Expect(reader, (byte)'{', "an object is missing"u8))
        {
            return;
        }

        for (byte* key = NextKey(reader, true); key != null; key = NextKey(reader, false))
        {
            if (Text.Equal(key, Text.Of("runtimeOptions"u8)))
            {
                ReadOptions(reader);
            }
            else
            {
                Json.Skip(reader);
            }

            Runtime.Free(key);
        }

        Json.ExpectEnd(reader);
    }

    private static void ReadOptions(JsonReader* reader)
    {
        if (!Json.Expect(reader, (byte)'{', "an object is missing"u8))
        {
            return;
        }

        for (byte* key = NextKey(reader, true); key != null; key = NextKey(reader, false))
        {
            if (Text.Equal(key, Text.Of("configProperties"u8)))
            {
                ReadProperties(reader);
            }
            else
            {
                Json.Skip(reader);
            }

            Runtime.Free(key);
        }
    }

    private static void ReadProperties(JsonReader* reader)
    {
        if (!Json.Expect(reader, (byte)'{', "an object is missing"u8))
        {
            return;
        }

        for (byte* key = NextKey(reader, true); key != null; key = NextKey(reader, false))
        {
            byte* value = Json.ReadScalar(reader);
            if (value == null)
            {
                return;
            }

            Properties.Set(key, value);
        }
    }

    /// <summary>The name of an object's next member, after its colon; null after the last one and on an error.</summary>
    private static byte* NextKey(JsonReader* reader, bool first)
    {
        if (Json.Take(reader, (byte)'}'))
        {
            return null;
        }

        if (!first && !Json.Expect(reader, (byte)',', "a comma or a closing brace is missing"u8))
        {
            return null;
        }

        byte* key = Json.ReadString(reader);
        _ = Json.Expect(reader, (byte)':', "a colon is missing"u8);
        return reader->Error == null ? key : null;
    }
}
