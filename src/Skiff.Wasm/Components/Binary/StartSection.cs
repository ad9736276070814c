using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Components.Binary;

/// <summary>A start function (specification: component binary format, start definitions).</summary>
internal static class StartSection
{
    /// <summary>How many results a start function has at most; functions have one at most today.</summary>
    private const uint MaximumResults = 1000;

    public static void Read(ref ByteReader reader, ReadScope scope)
    {
        int offset = reader.Position;
        Start start = new(scope.Read(ref reader, Sort.Function));
        for (int left = reader.ReadCount("arguments"); left > 0; left--)
        {
            start.Arguments.Add(scope.Read(ref reader, Sort.Value));
        }

        int at = reader.Position;
        uint results = reader.ReadU32();
        if (results > MaximumResults)
        {
            throw reader.Error($"the start function has {results} results; at most {MaximumResults} are allowed", at);
        }

        scope.Add(start, offset);
        for (uint i = 0; i < results; i++)
        {
            scope.Add(new StartResult(start), at);
        }
    }

    /// <summary>The results that stand directly behind a start.</summary>
    public static List<StartResult> Results(DefinitionList definitions, int place) =>
        [.. definitions.Skip(place + 1).TakeWhile(next => next is StartResult result && result.Start == definitions[place]).Cast<StartResult>()];

    public static void Write(ByteWriter writer, Start start, int results, WriteScope scope)
    {
        writer.WriteU32(scope.IndexOf(start.Function, Sort.Function, start));
        writer.WriteU32((uint)start.Arguments.Count);
        foreach (Definition argument in start.Arguments)
        {
            writer.WriteU32(scope.IndexOf(argument, Sort.Value, start));
        }

        writer.WriteU32((uint)results);
    }
}
