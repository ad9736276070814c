namespace Skiff.Components.RoundTrip;

/// <summary>Throws what it is told to.</summary>
internal sealed class Failing : IFailures
{
    public static uint WithString(Failures.Thrown what) => Throw<string>(what, "the error");

    public static uint WithVariant(Failures.Thrown what) => Throw<Results.Failure>(what, new Results.Failure.Code(7));

    public static uint WithNothing(Failures.Thrown what) => Throw<Unit>(what, default);

    public static void OnlyError(Failures.Thrown what) => Throw(what, "the error");

    public static void Neither(Failures.Thrown what) => Throw<Unit>(what, default);

    public static uint Without(Failures.Thrown what) => Throw(what, "the error");

    public static Failures.IBreakable Fragile() => new Breakable();

    public static void Leave(byte status) => Environment.Exit(status);

    public static string CatchImported(Result<uint, Results.Failure> v)
    {
        try
        {
            return $"returned {Results.EchoVariant(v)}";
        }
        catch (ResultException<Results.Failure> exception)
        {
            return $"threw {exception.Error}; {exception.Message}";
        }
    }

    private static uint Throw<TError>(Failures.Thrown what, TError error) => what switch
    {
        Failures.Thrown.Nothing => 42,
        Failures.Thrown.ResultException => throw (typeof(TError) == typeof(Unit) ? new ResultException() : new ResultException<TError>(error)),
        Failures.Thrown.AnotherResult => throw new ResultException<DateTime>(default),
        _ => throw new FormatException("something else"),
    };
}
