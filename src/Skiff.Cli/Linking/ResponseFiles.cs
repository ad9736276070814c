namespace Skiff.Cli.Linking;

/// <summary>Response files: an argument <c>@FILE</c> stands for the lines of the file, each one argument as it is; empty lines count for nothing.</summary>
internal static class ResponseFiles
{
    /// <summary>Puts the files' lines in their place.</summary>
    /// <exception cref="CommandLineException">A file cannot be read.</exception>
    public static string[] Expand(IEnumerable<string> arguments) => [.. arguments.SelectMany(Expand)];

    private static IEnumerable<string> Expand(string argument)
    {
        if (argument is not ['@', _, ..])
        {
            return [argument];
        }

        string path = argument[1..];
        try
        {
            return File.ReadAllLines(path).Where(line => line.Length > 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"the response file '{path}' cannot be read ({exception.Message.TrimEnd('.')})");
        }
    }
}
