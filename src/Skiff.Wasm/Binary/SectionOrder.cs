namespace Skiff.Wasm.Binary;

/// <summary>The order of the sections in a file, which is not that of their identifiers.</summary>
internal static class SectionOrder
{
    public static readonly SectionId[] All =
    [
        SectionId.Custom, SectionId.Type, SectionId.Import, SectionId.Function, SectionId.Table, SectionId.Memory,
        SectionId.Tag, SectionId.Global, SectionId.Export, SectionId.Start, SectionId.Element, SectionId.DataCount,
        SectionId.Code, SectionId.Data,
    ];

    /// <summary>The place of a section; sections of a file have ascending places.</summary>
    public static int Order(this SectionId id) => Array.IndexOf(All, id);
}
