using System.Text;

namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class RecordsPassing : IRecords
{
    public static Records.Single EchoSingle(Records.Single v) => Records.EchoSingle(v);

    public static Records.Scalars EchoScalars(Records.Scalars v) => Records.EchoScalars(v);

    public static Records.Padded EchoPadded(Records.Padded v) => Records.EchoPadded(v);

    public static Records.Person EchoPerson(Records.Person v) => Records.EchoPerson(v);

    public static Records.Nested EchoNested(Records.Nested v) => Records.EchoNested(v);

    public static Records.Person EchoAlias(Records.Person v) => Records.EchoAlias(v);

    public static ValueTuple<byte> EchoTuple1(ValueTuple<byte> v) => Records.EchoTuple1(v);

    public static (byte, string) EchoTuple2((byte, string) v) => Records.EchoTuple2(v);

    public static (byte, ushort, uint, ulong, float, double, Rune) EchoTuple7((byte, ushort, uint, ulong, float, double, Rune) v) =>
        Records.EchoTuple7(v);

    public static (byte, ushort, uint, ulong, float, double, Rune, bool) EchoTuple8((byte, ushort, uint, ulong, float, double, Rune, bool) v) =>
        Records.EchoTuple8(v);

    public static (byte, ushort, uint, ulong, float, double, Rune, bool, string) EchoTuple9((byte, ushort, uint, ulong, float, double, Rune, bool, string) v) =>
        Records.EchoTuple9(v);

    public static ((byte, (string, ulong)), ValueTuple<bool>) EchoTuples(((byte, (string, ulong)), ValueTuple<bool>) v) =>
        Records.EchoTuples(v);

    public static (Records.Padded, Records.Person) EchoTwo(Records.Padded first, Records.Person second) => Records.EchoTwo(first, second);
}
