namespace Skiff.Fidelity.Times;

public static class Dates
{
    [Program]
    public static void Arithmetic()
    {
        DateTime d = new(2024, 2, 29, 23, 59, 59, 999);
        WriteLine($"{d.AddDays(1):O} {d.AddMonths(12):O} {d.AddYears(4):O} {d.AddTicks(1):O} {d.AddMilliseconds(0.5):O} {d.AddHours(-24.5):O}");
        WriteLine($"{d.DayOfYear} {d.DayOfWeek} {d.Ticks} {d.TimeOfDay} {d.Date:O} {d.Kind} {DateTime.IsLeapYear(1900)} {DateTime.DaysInMonth(2023, 2)} {d.Microsecond} {d.Nanosecond}");
        WriteLine($"{d - new DateTime(2000, 1, 1)} {DateTime.MaxValue:O} {DateTime.MinValue:O} {DateTime.UnixEpoch.Ticks} {d.CompareTo(DateTime.MinValue)} {d.ToOADate()} {d.ToBinary()} {DateTime.FromFileTimeUtc(133000000000000000):O}");
        Attempt.Do("bad day", () => _ = new DateTime(2023, 2, 29));
        Attempt.Do("overflow", () => DateTime.MaxValue.AddDays(1));
        TimeSpan t = new(1, 2, 3, 4, 5, 6);
        WriteLine($"{t} {t:c} {t:g} {t:G} {t.TotalSeconds} {t.Negate()} {t * 1.5} {t / TimeSpan.FromHours(1)} {t:d\\.hh\\:mm} {TimeSpan.FromMinutes(90)} {TimeSpan.MaxValue} {TimeSpan.FromSeconds(1, 500)}");
        DateOnly date = new(2024, 12, 25);
        TimeOnly time = new(22, 30);
        WriteLine($"{date:O} {date.AddMonths(2):yyyy-MM-dd} {date.DayNumber} {date.DayOfWeek} {DateOnly.FromDayNumber(1):O} {date.ToDateTime(time):s} {time.Add(TimeSpan.FromHours(3), out int wrapped)} {wrapped} {time.IsBetween(new(22, 0), new(2, 0))} {time - new TimeOnly(23, 0)} {time:HH:mm:ss.fff}");
        DateTimeOffset offset = new(2024, 5, 6, 7, 8, 9, TimeSpan.FromHours(-3.5));
        WriteLine($"{offset} {offset.UtcDateTime:O} {offset.ToUnixTimeMilliseconds()} {offset.ToOffset(TimeSpan.FromHours(9)):O} {offset == offset.ToUniversalTime()} {offset.EqualsExact(offset.ToUniversalTime())} {offset:R} {offset:u} {offset:zzz}");
        Attempt.Do("bad offset", () => _ = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.FromHours(15)));
    }

    [Program]
    public static void FormatsAndParsing()
    {
        DateTime d = new(2024, 2, 3, 4, 5, 6, 789, DateTimeKind.Utc);
        foreach (string format in new[] { "d", "D", "f", "F", "g", "G", "m", "o", "r", "s", "t", "T", "u", "U", "y", "yyyyy-M-d H:m:s", "yy MMM ddd", "h:mm tt", "fff FFFF", "'day' d", "K", "zzz", "%h", "gg", "dddd dd" })
        {
            Attempt.Show(format, () => d.ToString(format, CultureInfo.InvariantCulture));
        }

        foreach (string text in new[] { "2024-02-03", "2024-02-03T04:05:06.789Z", "02/03/2024", "Sat, 03 Feb 2024 04:05:06 GMT", "3 Feb 2024", "2024-02-30", "04:05", "2024-02-03T04:05:06+05:30", "20240203", "Feb 2024", "not a date", "2024-W05" })
        {
            WriteLine($"{text}: {(DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.NoCurrentDateDefault, out DateTime parsed) ? $"{parsed:O}" : "no")} {(DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset po) && text.Length > 5 ? $"{po:O}" : "no")}");
        }

        WriteLine($"{DateTime.ParseExact("03.02.24 15h", "dd.MM.yy HH'h'", CultureInfo.InvariantCulture):s} {DateOnly.Parse("2024-03-01", CultureInfo.InvariantCulture):O} {TimeOnly.ParseExact("0704", "HHmm"):O} {TimeSpan.ParseExact("05:06", "mm\\:ss", null)} {DateTime.TryParseExact("x", ["d", "o"], null, DateTimeStyles.None, out _)}");
        Attempt.Show("exact", () => DateTime.ParseExact("2024", "yyyy-MM", CultureInfo.InvariantCulture));
        Attempt.Show("range", () => TimeSpan.Parse("25:61:00", CultureInfo.InvariantCulture));
    }

    [Program]
    public static void Clocks()
    {
        DateTime before = DateTime.UtcNow;
        long t0 = System.Diagnostics.Stopwatch.GetTimestamp(), k0 = Environment.TickCount64;
        Thread.Sleep(15);
        WriteLine($"{DateTime.UtcNow > before} {System.Diagnostics.Stopwatch.GetElapsedTime(t0) > TimeSpan.FromMilliseconds(10)} {Environment.TickCount64 > k0} {DateTime.UtcNow.Year >= 2025} {DateTime.Now.Kind} {DateTime.UtcNow.Kind}");
        WriteLine($"{(DateTime.Now.ToUniversalTime() - DateTime.UtcNow).Duration() < TimeSpan.FromSeconds(5)} {DateTimeOffset.Now.Offset == TimeZoneInfo.Local.GetUtcOffset(DateTime.Now)} {System.Diagnostics.Stopwatch.IsHighResolution} {System.Diagnostics.Stopwatch.Frequency >= 1000}");
        bool monotonic = true;
        long last = 0;
        for (int i = 0; i < 2000; i++)
        {
            long now = System.Diagnostics.Stopwatch.GetTimestamp();
            monotonic &= now >= last;
            last = now;
        }

        WriteLine(monotonic);
        WriteLine(DateTime.Today.TimeOfDay);
    }
}
