namespace Skiff.Linker.Inspection;

/// <summary>The kinds of <see cref="SizeComponent"/> that are not those of a <see cref="ContentItem"/>.</summary>
internal static class SizeKinds
{
    public const string Code = "code";
    public const string Elements = "elements";
    public const string Data = "data";
    public const string Names = "names";
    public const string Debug = "debug";
    public const string Custom = "custom";
    public const string Module = "module";
    public const string Component = "component";
    public const string Other = "other";
}
