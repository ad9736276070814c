using System.CommandLine;

namespace Skiff.Cli.Interfaces;

/// <summary>The command line of <c>skiff compose</c>.</summary>
internal sealed class ComposeCommand : Command
{
    private readonly Argument<string> _app = new("component")
    {
        Description = "A component, whose exports the result has.",
    };

    private readonly Option<string[]> _with = new("--with", "--plug")
    {
        Description = "A component that exports what others import.",
        HelpName = "FILE",
        Arity = ArgumentArity.OneOrMore,
        Required = true,
    };

    private readonly Option<string> _output = new("-o", "--output")
    {
        Description = "The file to write.",
        HelpName = "FILE",
        Required = true,
    };

    private const string Explanation = """
        Make one component of several, by plugging each into the imports of the others.

        An export fits an import of its name, or of a compatible version of the same interface. There is one instance of each
        component. What none of them exports is imported by the result, once for all.

        Example:
          skiff compose app.wasm --with calculator.wasm -o composed.wasm

        Exit code:
          0    the component is written
          1    the components do not fit; everything that does not is named
          2    the command line, or what it names, is wrong
        """;

    public ComposeCommand()
        : base("compose", Explanation)
    {
        Add(_app);
        Add(_with);
        Add(_output);
        SetAction(result => ComposeRun.Execute(result.GetRequiredValue(_app), result.GetRequiredValue(_with), result.GetRequiredValue(_output)));
    }
}
