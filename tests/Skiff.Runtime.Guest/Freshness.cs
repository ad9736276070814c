using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Skiff.Runtime.Guest;

/// <summary>
/// What must be of the process that the program runs in, after all of it was used when the program was booted. A line is
/// a name and a value.
/// </summary>
internal static class Freshness
{
    private static readonly Random s_random = new();
    private static readonly DerivedRandom s_derived = new();
    private static Timer? s_timer;
    private static bool s_isWarm;
    private static bool s_shows;
    private static int s_ticks;
    private static int s_collections;

    [SnapshotInitializer]
    internal static async Task BeforeSnapshot()
    {
        await WarmUp();
        Environment.SetEnvironmentVariable("OF_BOOT", "left over");
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
    }

    private static async Task WarmUp()
    {
        s_isWarm = true;
        Collections.Fill();
        _ = Facts().Count();
        _ = Console.Out;
        _ = Console.Error;
        _ = Console.In;
        s_timer = new Timer(_ => s_ticks++, null, 20, 20);
        await Task.Delay(30);
        await Task.Run(() => s_random.Next());
        if (s_ticks == 0)
        {
            throw new InvalidOperationException("The timer did not fire.");
        }
    }

    public static async Task Run(string[] arguments)
    {
        s_collections = GC.CollectionCount(0);
        long started = Stopwatch.GetTimestamp();
        Show("warm", s_isWarm ? "before the start" : "now");
        if (!s_isWarm)
        {
            await WarmUp();
        }

        s_shows = true;
        int ticks = s_ticks;
        Show("arguments", string.Join('|', arguments));
        Show("collections", s_collections.ToString(CultureInfo.InvariantCulture));
        foreach ((string name, string value) in Facts())
        {
            Show(name, value);
        }

        await Task.Delay(100);
        Show("timer", s_ticks > ticks && s_ticks < ticks + 20 ? "ticks" : $"ticked {s_ticks - ticks} times");
        s_timer!.Dispose();
        Show("lost", Collections.Lost());
        Show("elapsed", Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(2) ? "little" : "much");
    }

    private static IEnumerable<(string Name, string Value)> Facts()
    {
        yield return ("command", string.Join('|', Environment.GetCommandLineArgs()));
        yield return ("base", AppContext.BaseDirectory);
        yield return ("directory", Environment.CurrentDirectory);
        yield return ("variable", Environment.GetEnvironmentVariable("VARIABLE") ?? "");
        yield return ("of boot", Environment.GetEnvironmentVariable("OF_BOOT") ?? "");
        yield return ("variables", string.Join('|', Environment.GetEnvironmentVariables().Keys.Cast<string>().Order(StringComparer.Ordinal)));
        yield return ("culture", CultureInfo.CurrentCulture.Name + " " + CultureInfo.CurrentUICulture.Name + " " + 1234.5.ToString("N1"));
        yield return ("comparer", string.Join("", new[] { "z", "ä", "a" }.Order(Comparer<string>.Create(Comparer.Default.Compare))));
        yield return ("zone", TimeZoneInfo.Local.Id + " " + TimeZoneInfo.Local.GetUtcOffset(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc)));
        yield return ("output", Console.IsOutputRedirected + " " + Console.IsInputRedirected + " " + Console.OutputEncoding.WebName);
        yield return ("!now", DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture));
        yield return ("!stopwatch", Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
        yield return ("!shared", Random.Shared.NextInt64().ToString(CultureInfo.InvariantCulture));
        yield return ("!random", s_random.NextInt64().ToString(CultureInfo.InvariantCulture));
        yield return ("!derived", s_derived.Next().ToString(CultureInfo.InvariantCulture));
        yield return ("!guid", Guid.NewGuid().ToString());
        yield return ("!generator", Convert.ToHexString(RandomNumberGenerator.GetBytes(8)));
        yield return ("!file name", Path.GetRandomFileName());
        yield return ("!string", Text().GetHashCode().ToString(CultureInfo.InvariantCulture));
        yield return ("!ignoring", Text().GetHashCode(StringComparison.OrdinalIgnoreCase).ToString(CultureInfo.InvariantCulture));
        yield return ("!code", HashCode.Combine(98765, s_shows).ToString(CultureInfo.InvariantCulture));
        yield return ("!activity", new Activity("a").SetIdFormat(ActivityIdFormat.W3C).Start().TraceId.ToString());
    }

    // What the warm-up hashed may keep the hash code that it had then.
    private static string Text() => s_shows ? "of the program" : "of the warm-up";

    private static void Show(string name, string value) => Console.WriteLine(name + "=" + value);

    private sealed class DerivedRandom : Random;
}
