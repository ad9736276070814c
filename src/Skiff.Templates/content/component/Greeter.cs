using Example.Greetings;

namespace WasiComponent1;

/// <summary>Implements the interface <c>greeter</c> of wit/component.wit. Its functions are static members.</summary>
internal sealed class GreeterImplementation : IGreeter
{
    public static string Greet(string name, Greeter.Style style)
    {
        // The caller gets an exception's message as the error of the result.
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return style == Greeter.Style.Formal ? $"Good day, {name}." : $"Hi {name}!";
    }
}
