using Skiff.Hosting;

namespace Skiff.Cli.Options;

/// <summary>The syntax of <c>--dir HOST[::GUEST[::ro]]</c> and <c>--mapdir GUEST::HOST[::ro]</c>.</summary>
/// <remarks>
/// The separator is two colons, as in Wasmtime, so that one colon stays part of a path: <c>C:\data::/data::ro</c>.
/// </remarks>
internal static class DirectorySyntax
{
    private const string Separator = "::";

    /// <summary>Parses the value of <c>--dir</c>.</summary>
    public static GuestDirectory ParseDir(string text)
    {
        string[] parts = text.Split(Separator);
        if (parts.Length > 3 || parts.Contains(""))
        {
            throw new CommandLineException($"'--dir {text}' has the wrong form; write --dir HOST, --dir HOST::GUEST or --dir HOST::GUEST::ro");
        }

        return Make("--dir", text, parts[0], parts.Length > 1 ? parts[1] : parts[0], parts.Length > 2 ? parts[2] : null);
    }

    /// <summary>Parses the value of <c>--mapdir</c>.</summary>
    public static GuestDirectory ParseMapdir(string text)
    {
        string[] parts = text.Split(Separator);
        if (parts.Length is < 2 or > 3 || parts.Contains(""))
        {
            throw new CommandLineException($"'--mapdir {text}' has the wrong form; write --mapdir GUEST::HOST or --mapdir GUEST::HOST::ro");
        }

        return Make("--mapdir", text, host: parts[1], guest: parts[0], parts.Length > 2 ? parts[2] : null);
    }

    private static GuestDirectory Make(string option, string text, string host, string guest, string? access)
    {
        if (access is not (null or "ro" or "rw"))
        {
            throw new CommandLineException($"'{access}' in '{option} {text}' is no access; write ro for read-only, or rw");
        }

        if (!Directory.Exists(host))
        {
            throw new CommandLineException(File.Exists(host)
                ? $"'{host}' in '{option} {text}' is a file; give the directory that it is in"
                : $"the directory '{host}' in '{option} {text}' does not exist; create it or correct the path");
        }

        return new GuestDirectory(host, guest, access == "ro");
    }
}
