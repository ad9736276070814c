using System.CommandLine;

namespace Skiff.Cli.Interfaces;

/// <summary>The command line of <c>skiff wit</c>.</summary>
internal sealed class WitCommand : Command
{
    private const string Explanation = """
        Work with WIT: the interfaces and worlds of components.

        PATH is a .wit file, a folder of such files with its deps, a component, a package encoded as WebAssembly, or a core
        module that has a world embedded. WASI's packages need not be in deps.

        Exit code:
          0    all is well
          1    the texts have errors, or are not laid out as --check asks
          2    the command line, or what it names, is wrong
        """;

    public WitCommand()
        : base("wit", Explanation)
    {
        Add(MakePrint());
        Add(MakeCheck());
        Add(MakeFormat());
        Add(MakeEncode());
    }

    private static Command MakePrint()
    {
        Argument<string> path = MakePath();
        Option<bool> alone = new("--no-dependencies") { Description = "Leave out what the package uses of others." };
        Option<string> output = new("-o", "--output") { Description = "Write a folder instead: the package, and those that it uses in deps.", HelpName = "FOLDER" };
        Features features = new();
        Command command = new("print", "Print the package, or the world of a component, as one text that needs no other.") { path, alone, output };
        features.AddTo(command);
        command.SetAction(result => WitRun.Print(result.GetRequiredValue(path), features.Read(result), !result.GetValue(alone), result.GetValue(output)));
        return command;
    }

    private static Command MakeCheck()
    {
        Argument<string> path = MakePath();
        Option<string[]> dependency = MakeFolder("--dependency", "A folder with packages, beside those in deps.");
        Option<string[]> reference = MakeFolder("--reference", "A folder with packages that give way to those in deps.");
        Option<string[]> known = MakeFolder("--known", "A folder whose deps give way to any other package.");
        Features features = new();
        Command command = new("check", "Print everything that is wrong, on standard error.") { path, dependency, reference, known };
        features.AddTo(command);
        command.SetAction(result =>
        {
            WitFolders folders = new(result.GetValue(dependency) ?? [], result.GetValue(reference) ?? [], result.GetValue(known) ?? []);
            bool isAlone = folders is { Dependencies.Count: 0, References.Count: 0, Known.Count: 0 };
            return WitRun.Check(result.GetRequiredValue(path), features.Read(result), isAlone ? null : folders);
        });
        return command;
    }

    private static Command MakeFormat()
    {
        Argument<string> path = new("path") { Description = "A .wit file, or a folder of such files; its deps are left alone." };
        Option<bool> check = new("--check") { Description = "Change nothing; name the files that would change, and exit with 1 if there are any." };
        Command command = new("format", "Lay files out anew, in place.") { path, check };
        command.SetAction(result => WitRun.Format(result.GetRequiredValue(path), result.GetValue(check)));
        return command;
    }

    private static Command MakeEncode()
    {
        Argument<string> path = MakePath();
        Option<string> output = new("-o", "--output") { Description = "The file to write.", HelpName = "FILE", Required = true };
        Features features = new();
        Command command = new("encode", "Encode the package as WebAssembly.") { path, output };
        features.AddTo(command);
        command.SetAction(result => WitRun.Encode(result.GetRequiredValue(path), features.Read(result), result.GetRequiredValue(output)));
        return command;
    }

    private static Option<string[]> MakeFolder(string name, string description) =>
        new(name) { Description = description, HelpName = "FOLDER", Arity = ArgumentArity.OneOrMore };

    private static Argument<string> MakePath() => new("path") { Description = "A .wit file, a folder, or a .wasm file." };

    /// <summary>The options that say which gated items there are.</summary>
    private sealed class Features
    {
        private readonly Option<string[]> _feature = new("--feature")
        {
            Description = "Have the items that are gated by a feature.",
            HelpName = "NAME",
            Arity = ArgumentArity.OneOrMore,
        };

        private readonly Option<bool> _all = new("--all-features") { Description = "Have the items that are gated by any feature." };

        public void AddTo(Command command)
        {
            command.Add(_feature);
            command.Add(_all);
        }

        public Wit.Resolution.ResolveOptions Read(ParseResult result)
        {
            Wit.Resolution.ResolveOptions options = new() { AllFeatures = result.GetValue(_all) };
            options.Features.UnionWith(result.GetValue(_feature) ?? []);
            return options;
        }
    }
}
