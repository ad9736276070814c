using System.CommandLine;

namespace Skiff.Cli.Inspecting;

/// <summary>The command line of <c>skiff inspect</c>.</summary>
internal sealed class InspectCommand : Command
{
    private readonly Argument<string> _file = new("file")
    {
        Description = "A .wasm file of any origin, or an AppBundle, whose dotnet.wasm is meant.",
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Write JSON instead of tables; all sizes are in bytes.",
    };

    private const string Explanation = """
        Show what a WebAssembly module or component consists of: what its bytes are, its sections or core modules, imports and
        exports.

        The parts of the size add up to the size of the file. In a program that Skiff has published they name every
        assembly; the column "in memory" is how much of linear memory a part takes.
        """;

    public InspectCommand()
        : base("inspect", Explanation)
    {
        _file.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: ['-', _, ..] } token])
            {
                result.AddError(token.Value);
            }
        });
        Add(_file);
        Add(_json);
        SetAction(result => Inspection.Execute(result.GetRequiredValue(_file), result.GetValue(_json)));
    }
}
