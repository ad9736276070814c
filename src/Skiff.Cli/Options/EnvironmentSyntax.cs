namespace Skiff.Cli.Options;

/// <summary>The syntax of <c>--env NAME[=VALUE]</c>.</summary>
internal static class EnvironmentSyntax
{
    /// <summary>Parses the value of <c>--env</c>.</summary>
    /// <returns>The variable; null for one to inherit that is not set.</returns>
    public static KeyValuePair<string, string>? Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? text : text[..equals];
        if (name.Length == 0)
        {
            throw new CommandLineException($"'--env {text}' has no name; write --env NAME=VALUE, or --env NAME to inherit");
        }

        if (equals >= 0)
        {
            return new(name, text[(equals + 1)..]);
        }

        return Environment.GetEnvironmentVariable(name) is { } value ? new(name, value) : null;
    }
}
