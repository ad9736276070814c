namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class EnumsPassing : IEnums
{
    public static Enums.E1 EchoE1(Enums.E1 v) => Enums.EchoE1(v);

    public static Enums.E3 EchoE3(Enums.E3 v) => Enums.EchoE3(v);

    public static Enums.E256 EchoE256(Enums.E256 v) => Enums.EchoE256(v);

    public static Enums.E257 EchoE257(Enums.E257 v) => Enums.EchoE257(v);

    public static Enums.E257[] EchoList(ReadOnlySpan<Enums.E257> v) => Enums.EchoList(v);

    public static Enums.E256? EchoOption(Enums.E256? v) => Enums.EchoOption(v);
}
