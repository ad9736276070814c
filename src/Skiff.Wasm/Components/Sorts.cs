namespace Skiff.Wasm.Components;

/// <summary>What there is to say about <see cref="Sort"/>.</summary>
internal static class Sorts
{
    private const int ComponentLevel = 0x100;

    /// <summary>All sorts, in the order in which names are written.</summary>
    public static IReadOnlyList<Sort> All { get; } = Enum.GetValues<Sort>();

    public static bool IsCore(this Sort sort) => ((int)sort & ComponentLevel) == 0;

    public static byte Code(this Sort sort) => (byte)sort;

    public static Sort? FromCoreCode(byte code) => Defined(code);

    public static Sort? FromCode(byte code) => Defined(code | ComponentLevel);

    /// <summary>The text format's words.</summary>
    public static string Text(this Sort sort) => sort switch
    {
        Sort.CoreFunction => "core func",
        Sort.CoreTable => "core table",
        Sort.CoreMemory => "core memory",
        Sort.CoreGlobal => "core global",
        Sort.CoreTag => "core tag",
        Sort.CoreType => "core type",
        Sort.CoreModule => "core module",
        Sort.CoreInstance => "core instance",
        Sort.Function => "func",
        Sort.Value => "value",
        Sort.Type => "type",
        Sort.Component => "component",
        Sort.Instance => "instance",
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, "This is not a sort."),
    };

    private static Sort? Defined(int value) => Enum.IsDefined((Sort)value) ? (Sort)value : null;
}
