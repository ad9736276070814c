using System.Text.Json.Serialization;

namespace Skiff.Cli.Inspecting;

/// <summary>The JSON of <see cref="ReportJson"/> and <see cref="ComponentReportJson"/>.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportJson))]
[JsonSerializable(typeof(ComponentReportJson))]
internal sealed partial class ReportJsonContext : JsonSerializerContext;
