using System.Globalization;
using Example.Calculator;
using Skiff;

// Evaluates each argument, by whichever calculator this program is connected with.
using Arithmetic.Accumulator accumulator = new();
foreach (string expression in args)
{
    try
    {
        double value = Arithmetic.Evaluate(expression);
        accumulator.Add(value);
        Console.WriteLine($"{expression} = {Text(value)}");
    }
    catch (ResultException<Arithmetic.Error> exception)
    {
        Console.WriteLine(exception.Error switch
        {
            Arithmetic.Error.Syntax { Value: var mistake } => $"{expression}: there should be {mistake.Expected} at position {mistake.Position}",
            _ => $"{expression}: division by zero",
        });
    }
}

Console.WriteLine($"{string.Join(" + ", accumulator.Values().Select(Text))} = {Text(accumulator.Total())}");

static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
