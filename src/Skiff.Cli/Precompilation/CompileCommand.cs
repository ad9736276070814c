using System.CommandLine;

namespace Skiff.Cli.Precompilation;

/// <summary>The command line of <c>skiff compile</c>.</summary>
internal sealed class CompileCommand : Command
{
    private readonly Argument<string> _module = new("module")
    {
        Description = "A .wasm file.",
    };

    private readonly Option<string?> _output = new("-o", "--output")
    {
        Description = "The file to write. Unless given, it is beside the module, under its name, as .cwasm.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _target = new("--target")
    {
        Description = "The kind of machine, as a triple: code for it runs on all such machines. Unless given, code is for this machine and others with such a processor.",
        HelpName = "TRIPLE",
    };

    private readonly Option<bool> _interruptible = new("--interruptible")
    {
        Description = "Make code that --timeout can end, which is a little slower.",
    };

    private readonly Option<bool> _fuel = new("--fuel")
    {
        Description = "Make code that counts instructions, for -W fuel=N.",
    };

    private const string Explanation = """
        Compile a WebAssembly program to machine code, which 'skiff run' starts at once. It runs under the version of skiff that
        made it only, and is trusted by the user who made it only, unless others are given that user's key.

        Example:
          skiff compile app.wasm -o app.cwasm
          skiff run app.cwasm
        """;

    public CompileCommand(Func<CompileOptions, int> compile)
        : base("compile", Explanation)
    {
        Add(_module);
        Add(_output);
        Add(_target);
        Add(_interruptible);
        Add(_fuel);
        SetAction(result => compile(Read(result)));
    }

    private CompileOptions Read(ParseResult result)
    {
        string module = result.GetRequiredValue(_module);
        return new CompileOptions
        {
            Module = module,
            Output = result.GetValue(_output) ?? Path.ChangeExtension(module, Hosting.PrecompiledModule.Extension),
            Target = result.GetValue(_target),
            Interruptible = result.GetValue(_interruptible),
            Fuel = result.GetValue(_fuel),
        };
    }
}
