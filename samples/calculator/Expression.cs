using System.Globalization;

namespace Calculator;

/// <summary>An expression of numbers, <c>+ - * /</c> and parentheses. It is plain .NET, and knows nothing of WebAssembly.</summary>
public sealed class Expression(string text)
{
    private int _position;

    /// <summary>The value.</summary>
    /// <exception cref="ExpressionException">The text is not an expression.</exception>
    /// <exception cref="DivideByZeroException">Something is divided by zero.</exception>
    public double Evaluate()
    {
        _position = 0;
        double value = Sum();
        return _position == text.Length ? value : throw Expected("an operator");
    }

    private double Sum()
    {
        double value = Product();
        while (true)
        {
            if (Take('+'))
            {
                value += Product();
            }
            else if (Take('-'))
            {
                value -= Product();
            }
            else
            {
                return value;
            }
        }
    }

    private double Product()
    {
        double value = Factor();
        while (true)
        {
            if (Take('*'))
            {
                value *= Factor();
            }
            else if (Take('/'))
            {
                double divisor = Factor();
                value = divisor != 0 ? value / divisor : throw new DivideByZeroException();
            }
            else
            {
                return value;
            }
        }
    }

    private double Factor()
    {
        if (Take('-'))
        {
            return -Factor();
        }

        if (!Take('('))
        {
            return Number();
        }

        double value = Sum();
        return Take(')') ? value : throw Expected("')'");
    }

    private double Number()
    {
        int start = _position;
        while (_position < text.Length && (char.IsAsciiDigit(text[_position]) || text[_position] == '.'))
        {
            _position++;
        }

        if (!double.TryParse(text.AsSpan(start, _position - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double value))
        {
            _position = start;
            throw Expected("a number");
        }

        SkipSpaces();
        return value;
    }

    private bool Take(char symbol)
    {
        SkipSpaces();
        if (_position == text.Length || text[_position] != symbol)
        {
            return false;
        }

        _position++;
        SkipSpaces();
        return true;
    }

    private void SkipSpaces()
    {
        while (_position < text.Length && text[_position] == ' ')
        {
            _position++;
        }
    }

    private ExpressionException Expected(string what) => new(_position, what);
}
