using System.Diagnostics;
using System.Globalization;
using System.Resources;

namespace Skiff.Linker.Guest;

/// <summary>Uses what a bundle brings along: satellite assemblies, resources, culture data, symbols.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is ["fresh"])
        {
            Console.WriteLine($"{Guid.NewGuid()} {Random.Shared.NextInt64()} {HashCode.Combine(1)} {"text".GetHashCode()}");
            return 0;
        }

        if (args is ["end", string way])
        {
            return Ending.By(way);
        }

        Console.WriteLine($"{args.Length}: {string.Join('|', args)}");
        Console.WriteLine($"variable: {Environment.GetEnvironmentVariable("SKIFF_GUEST")}");
        Console.WriteLine($"warm: {Warmth.Count}");
        foreach (string culture in (string[])["de-DE", "fr-FR", "ja-JP"])
        {
            Console.WriteLine(string.Create(new CultureInfo(culture), $"{1234567.891:N2} {new DateTime(2026, 3, 1):D}"));
        }

        ResourceManager texts = new("Skiff.Linker.Guest.Texts", typeof(Program).Assembly);
        Console.WriteLine($"{texts.GetString("Greeting", CultureInfo.InvariantCulture)} {texts.GetString("Greeting", new CultureInfo("de-AT"))}");
        using StreamReader poem = new(typeof(Program).Assembly.GetManifestResourceStream("Skiff.Linker.Guest.poem.txt")!);
        Console.WriteLine(poem.ReadToEnd());
        try
        {
            Throw();
        }
        catch (InvalidOperationException exception)
        {
            StackFrame frame = new StackTrace(exception, fNeedFileInfo: true).GetFrame(0)!;
            Console.WriteLine($"{Path.GetFileName(frame.GetFileName())} {frame.GetFileLineNumber()}");
        }

        Console.Error.WriteLine("done");
        return 3;
    }

    private static void Throw() => throw new InvalidOperationException();
}
