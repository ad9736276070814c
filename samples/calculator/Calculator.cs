using Example.Calculator;
using Skiff;

namespace Calculator;

/// <summary>Implements the interface <c>arithmetic</c>: what the world exports ends up here.</summary>
internal sealed class Calculator : IArithmetic
{
    public static double Evaluate(string expression)
    {
        try
        {
            return new Expression(expression).Evaluate();
        }
        catch (ExpressionException exception)
        {
            // A ResultException becomes the error case of the function's result.
            throw new ResultException<Arithmetic.Error>(new Arithmetic.Error.Syntax(new((uint)exception.Position, exception.Expected)));
        }
        catch (DivideByZeroException)
        {
            throw new ResultException<Arithmetic.Error>(new Arithmetic.Error.DivisionByZero());
        }
    }
}
