using System.CommandLine;
using System.CommandLine.Parsing;
using Skiff.Cli.Options;
using Skiff.Cli.Precompilation;

namespace Skiff.Cli;

/// <summary>Reads the command line.</summary>
internal static class CommandLine
{
    /// <summary>
    /// Puts <c>--</c> where the guest's own arguments begin: after the target, as in Wasmtime, so that
    /// <c>skiff run app.wasm --verbose</c> passes <c>--verbose</c> on.
    /// </summary>
    public static string[] Separate(string[] arguments, RootCommand root, Command run)
    {
        if (arguments.Length == 0 || arguments[0] != run.Name)
        {
            return arguments;
        }

        for (int i = 1; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (argument == "--")
            {
                // The target itself comes after the separator; from it on everything is taken as it is.
                return arguments;
            }

            if (argument.Length > 1 && argument[0] == '-')
            {
                Option? option = Find(root, run, argument);
                if (option is null && argument.IndexOf('=') is > 0 and int equals)
                {
                    option = Find(root, run, argument[..equals]);
                }
                else if (option is not null && option.ValueType != typeof(bool))
                {
                    i++;
                }

                if (option is null)
                {
                    throw UnknownOption(run, argument);
                }

                continue;
            }

            int rest = i + 1 < arguments.Length && arguments[i + 1] == "--" ? i + 2 : i + 1;
            return [.. arguments[..(i + 1)], "--", .. arguments[rest..]];
        }

        return arguments;
    }

    /// <summary>What is wrong with a command line, as one sentence.</summary>
    public static CommandLineException Explain(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        // An option that is not known is taken for an argument, until there are too many of those.
        string? unknown = command is RunCommand ? null : result.Tokens.FirstOrDefault(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] })?.Value;
        foreach (string token in unknown is null ? result.UnmatchedTokens : [unknown])
        {
            if (token.StartsWith('-'))
            {
                return UnknownOption(command, token);
            }

            if (command.Subcommands.Count > 0)
            {
                string? near = Spelling.Nearest(token, command.Subcommands.Select(sub => sub.Name));
                return new CommandLineException(near is null
                    ? $"'{token}' is not a command; see {Help(command)}"
                    : $"'{token}' is not a command; did you mean '{near}'");
            }

            return new CommandLineException($"'{token}' is one argument too many; see {Help(command)}");
        }

        ParseError error = result.Errors[0];
        return error.SymbolResult switch
        {
            OptionResult option => new CommandLineException(
                option.Tokens.Count == 0
                    ? $"the option '{option.IdentifierToken?.Value ?? option.Option.Name}' needs a value: {option.Option.Name} {option.Option.HelpName}"
                    : $"the option '{option.Option.Name}' can be given only once"),
            _ when command is RunCommand => new CommandLineException(
                $"there is nothing to run; name a .wasm file, an AppBundle, a project or a .cs file after '{result.RootCommandResult.Command.Name} {command.Name}'"),
            ArgumentResult when command is CompileCommand => new CommandLineException(
                $"there is nothing to compile; name a .wasm file after '{result.RootCommandResult.Command.Name} {command.Name}'"),
            ArgumentResult argument => new CommandLineException($"the argument <{argument.Argument.Name}> is missing; see {Help(command)}"),
            _ when command is not RootCommand => new CommandLineException($"{error.Message.TrimEnd('.')}; see {Help(command)}"),
            _ => new CommandLineException($"there is no command; see {Help(command)}"),
        };
    }

    private static Option? Find(RootCommand root, Command command, string name) => command.Options
        .Concat(root.Options.Where(option => option.Recursive))
        .FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name));

    private static CommandLineException UnknownOption(Command command, string token)
    {
        string name = token.Split('=', ':')[0];
        string? near = Spelling.Nearest(name, command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)));
        return new CommandLineException(near is null
            ? $"the option '{name}' is not known; see {Help(command)}"
            : $"the option '{name}' is not known; did you mean '{near}'");
    }

    private static string Help(Command command) => $"{PathOf(command)} --help";

    private static string PathOf(Command command) => command is RootCommand ? "skiff"
        : $"{(command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? PathOf(parent) : "skiff")} {command.Name}";
}
