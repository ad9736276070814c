namespace Skiff.Fidelity.Processes;

public static class CommandLines
{
    [Process(Arguments = ["plain", "with space", "", "ünï😀", "--option=value", "-x", "--", "quote\"d", "back\\slash", "tab\there", "*", "$HOME", "'single'"])]
    public static void Arguments(string[] args)
    {
        WriteLine(args.Length);
        foreach (string arg in args)
        {
            WriteLine($"{arg.Length} <{arg}>");
        }

        string[] all = Environment.GetCommandLineArgs();
        WriteLine($"{all.Length - args.Length} {Path.GetFileName(all[0])} {all[^1]}");
    }

    [Process]
    public static void None(string[] args) => WriteLine(args.Length);

    [Process(Environment = ["SKIFF_A=plain", "SKIFF_B=with = equals", "SKIFF_C=", "SKIFF_D=ünï😀"])]
    public static void Variables()
    {
        foreach (System.Collections.DictionaryEntry entry in Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().Where(e => ((string)e.Key).StartsWith("SKIFF_")).OrderBy(e => (string)e.Key, StringComparer.Ordinal))
        {
            WriteLine($"{entry.Key} = <{entry.Value}>");
        }

        WriteLine($"{Environment.GetEnvironmentVariable("SKIFF_C") ?? "null"} {Environment.GetEnvironmentVariable("skiff_a") ?? "null"}");
    }

    [Process(Environment = ["TZ=America/New_York"])]
    public static void TimeZone()
    {
        WriteLine($"{TimeZoneInfo.Local.Id} {new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc).ToLocalTime():s} {TimeZoneInfo.Local.BaseUtcOffset}");
    }

    [Process(Environment = ["TZ="])]
    public static void NoTimeZone() => WriteLine($"{new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc).ToLocalTime():s} {TimeZoneInfo.Local.BaseUtcOffset}");

    [Process(Environment = ["TZ=No/Where"])]
    public static void UnknownTimeZone() => WriteLine($"{new DateTime(2024, 7, 1, 12, 0, 0, DateTimeKind.Utc).ToLocalTime():s} {TimeZoneInfo.Local.BaseUtcOffset}");

    [Process(Environment = ["LANG=de_DE.UTF-8", "LC_ALL="])]
    public static void Language() => WriteLine($"'{CultureInfo.CurrentCulture.Name}' '{CultureInfo.CurrentUICulture.Name}' {1.5} {new DateTime(2024, 3, 1):d}");

    [Process(Environment = ["LANG=en_US.UTF-8", "LC_ALL=fr_FR.UTF-8"])]
    public static void LanguageOverridden() => WriteLine($"'{CultureInfo.CurrentCulture.Name}' {1234.5:F1}");

    [Process(Environment = ["LANG=C.UTF-8", "LC_ALL="])]
    public static void NoLanguage() => WriteLine($"'{CultureInfo.CurrentCulture.Name}' '{CultureInfo.CurrentUICulture.Name}' {1.5}");
}
