// The sample calculator-app without interfaces: it calls the class itself.
using System.Globalization;
using Calculator;

List<double> values = [];
foreach (string expression in args)
{
    try
    {
        double value = new Expression(expression).Evaluate();
        values.Add(value);
        Console.WriteLine($"{expression} = {Text(value)}");
    }
    catch (ExpressionException exception)
    {
        Console.WriteLine($"{expression}: there should be {exception.Expected} at position {exception.Position}");
    }
    catch (DivideByZeroException)
    {
        Console.WriteLine($"{expression}: division by zero");
    }
}

Console.WriteLine($"{string.Join(" + ", values.Select(Text))} = {Text(values.Sum())}");

static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
