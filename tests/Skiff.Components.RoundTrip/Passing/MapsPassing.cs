using System.Text;

namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class MapsPassing : IMaps
{
    public static Dictionary<uint, ulong> EchoNumbers(Dictionary<uint, ulong> v) => Maps.EchoNumbers(v);

    public static Dictionary<string, byte> EchoWords(Dictionary<string, byte> v) => Maps.EchoWords(v);

    public static Dictionary<byte, string> EchoTexts(Dictionary<byte, string> v) => Maps.EchoTexts(v);

    public static Dictionary<Rune, Records.Person> EchoPeople(Dictionary<Rune, Records.Person> v) => Maps.EchoPeople(v);

    public static Dictionary<string, Dictionary<short, byte[]>> EchoNested(Dictionary<string, Dictionary<short, byte[]>> v) =>
        Maps.EchoNested(v);

    public static Dictionary<bool, string?>[] EchoList(Dictionary<bool, string?>[] v) => Maps.EchoList(v);

    public static Dictionary<long, double>? EchoOption(Dictionary<long, double>? v) => Maps.EchoOption(v);

    public static Dictionary<ushort, string> EchoResult(Result<Dictionary<ushort, string>, Dictionary<sbyte, string>> v) =>
        Maps.EchoResult(v);
}
