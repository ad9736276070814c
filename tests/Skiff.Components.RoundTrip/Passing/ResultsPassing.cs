namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class ResultsPassing : IResults
{
    public static uint EchoBoth(Result<uint, string> v) => Results.EchoBoth(v);

    public static string EchoOk(Result<string, Unit> v) => Results.EchoOk(v);

    public static void EchoError(Result<Unit, string> v) => Results.EchoError(v);

    public static void EchoNeither(Result<Unit, Unit> v) => Results.EchoNeither(v);

    public static Records.Person EchoTyped(Result<Records.Person, Results.Failure> v) => Results.EchoTyped(v);

    public static byte[] EchoBytes(Result<byte[], byte[]> v) => Results.EchoBytes(v);

    public static uint EchoVariant(Result<uint, Results.Failure> v) => Results.EchoVariant(v);

    public static ulong EchoSame(Result<ulong, ulong> v) => Results.EchoSame(v);

    public static float EchoFloats(Result<float, double> v) => Results.EchoFloats(v);

    public static uint? EchoOptions(Result<uint?, string?> v) => Results.EchoOptions(v);

    public static Result<uint, string> EchoNested(Result<Result<uint, string>, Result<string, Unit>> v) => Results.EchoNested(v);

    public static Result<Variants.Joined, Results.Failure>[] EchoList(Result<Variants.Joined, Results.Failure>[] v) => Results.EchoList(v);

    public static Result<uint, string>? EchoOptionText(Result<uint, string>? v) => Results.EchoOptionText(v);

    public static Result<uint, Unit>? EchoOption(Result<uint, Unit>? v) => Results.EchoOption(v);

    public static (Result<Unit, Unit>, Result<byte, Unit>, Result<Unit, byte>, Result<byte, byte>) EchoTuple((Result<Unit, Unit>, Result<byte, Unit>, Result<Unit, byte>, Result<byte, byte>) v) =>
        Results.EchoTuple(v);
}
