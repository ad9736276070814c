using Example.Calculator;

namespace Calculator;

/// <summary>
/// Implements the resource <c>accumulator</c>: callers hold handles of these objects. The constructor of the resource is
/// <see cref="Create"/>.
/// </summary>
internal sealed class Accumulator : Arithmetic.IAccumulator, Arithmetic.IAccumulatorFactory
{
    private readonly List<double> _values = [];

    public static Arithmetic.IAccumulator Create() => new Accumulator();

    public void Add(double value) => _values.Add(value);

    public double[] Values() => [.. _values];

    public double Total() => _values.Sum();
}
