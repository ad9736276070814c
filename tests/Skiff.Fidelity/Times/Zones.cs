namespace Skiff.Fidelity.Times;

public static class Zones
{
    [Program]
    public static void Conversions()
    {
        foreach (string id in new[] { "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Asia/Kolkata", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia", "Asia/Kathmandu", "Europe/London", "UTC", "Etc/GMT+5" })
        {
            TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
            WriteLine($"{zone.Id} base {zone.BaseUtcOffset} dst {zone.SupportsDaylightSavingTime}");
            foreach (DateTime utc in new[] { new DateTime(2024, 1, 15, 12, 0, 0, DateTimeKind.Utc), new DateTime(2024, 7, 15, 12, 0, 0, DateTimeKind.Utc), new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(2035, 7, 1, 0, 0, 0, DateTimeKind.Utc), new DateTime(1950, 7, 1, 0, 0, 0, DateTimeKind.Utc) })
            {
                WriteLine($"  {utc:s} {TimeZoneInfo.ConvertTimeFromUtc(utc, zone):s} {zone.GetUtcOffset(utc)} {zone.IsDaylightSavingTime(utc)}");
            }
        }
    }

    [Program]
    public static void Transitions()
    {
        TimeZoneInfo berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        DateTime gap = new(2024, 3, 31, 2, 30, 0), overlap = new(2024, 10, 27, 2, 30, 0);
        WriteLine($"{berlin.IsInvalidTime(gap)} {berlin.IsAmbiguousTime(gap)} {berlin.IsInvalidTime(overlap)} {berlin.IsAmbiguousTime(overlap)}");
        WriteLine(string.Join(' ', berlin.GetAmbiguousTimeOffsets(overlap)));
        Attempt.Show("gap", () => TimeZoneInfo.ConvertTimeToUtc(gap, berlin));
        WriteLine($"{TimeZoneInfo.ConvertTimeToUtc(overlap, berlin):O}");
        for (int hour = 23; hour < 28; hour++)
        {
            DateTime utc = new DateTime(2024, 3, 30, 0, 0, 0, DateTimeKind.Utc).AddHours(hour);
            WriteLine($"{utc:s} {TimeZoneInfo.ConvertTime(new DateTimeOffset(utc), berlin):O}");
        }

        TimeZoneInfo newYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");
        WriteLine($"{TimeZoneInfo.ConvertTime(new DateTime(2024, 3, 20, 12, 0, 0), newYork, berlin):s} {TimeZoneInfo.ConvertTimeBySystemTimeZoneId(DateTimeOffset.UnixEpoch, "Asia/Tokyo"):O}");
        WriteLine(newYork.GetAdjustmentRules().Length > 10);
        Attempt.Do("unknown zone", () =>
        {
            try
            {
                TimeZoneInfo.FindSystemTimeZoneById("Mars/Olympus");
            }
            catch (TimeZoneNotFoundException e)
            {
                throw new TimeZoneNotFoundException(e.GetType().Name);
            }
        });
        WriteLine($"{TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Paris", out TimeZoneInfo? paris)} {paris!.HasSameRules(berlin)} {paris.Equals(berlin)}");
    }

    [Program]
    public static void Identifiers()
    {
        foreach (string id in new[] { "W. Europe Standard Time", "Eastern Standard Time", "Tokyo Standard Time" })
        {
            WriteLine($"{id} {TimeZoneInfo.TryConvertWindowsIdToIanaId(id, out string? iana)} {iana}");
            Attempt.Show(id, () => TimeZoneInfo.FindSystemTimeZoneById(id).BaseUtcOffset);
        }

        WriteLine($"{TimeZoneInfo.TryConvertIanaIdToWindowsId("Europe/Berlin", out string? windows)} {windows}");
        IReadOnlyCollection<TimeZoneInfo> zones = TimeZoneInfo.GetSystemTimeZones(skipSorting: true);
        WriteLine($"{zones.Count > 300} {zones.Any(z => z.Id == "Europe/Berlin")}");
    }

    [Program]
    public static void DisplayNames()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        foreach (string id in new[] { "Europe/Berlin", "America/New_York", "Asia/Tokyo", "UTC" })
        {
            TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(id);
            WriteLine($"{id} {zone.StandardName is "CET" or "EST" or "JST" or "UTC"} {zone.DisplayName.EndsWith(id)}");
        }
    }

    [Program]
    public static void Custom()
    {
        TimeZoneInfo.AdjustmentRule rule = TimeZoneInfo.AdjustmentRule.CreateAdjustmentRule(
            new DateTime(2000, 1, 1), new DateTime(2030, 12, 31), TimeSpan.FromMinutes(45),
            TimeZoneInfo.TransitionTime.CreateFloatingDateRule(new DateTime(1, 1, 1, 2, 0, 0), 4, 1, DayOfWeek.Sunday),
            TimeZoneInfo.TransitionTime.CreateFixedDateRule(new DateTime(1, 1, 1, 3, 0, 0), 9, 15));
        TimeZoneInfo zone = TimeZoneInfo.CreateCustomTimeZone("Custom", TimeSpan.FromHours(3.5), "Custom zone", "Standard", "Summer", [rule]);
        WriteLine($"{zone} {zone.GetUtcOffset(new DateTime(2024, 6, 1))} {zone.GetUtcOffset(new DateTime(2024, 12, 1))} {zone.IsDaylightSavingTime(new DateTime(2024, 5, 5))}");
        string serialized = zone.ToSerializedString();
        WriteLine(serialized);
        WriteLine(TimeZoneInfo.FromSerializedString(serialized).HasSameRules(zone));
        Attempt.Do("bad offset", () => TimeZoneInfo.CreateCustomTimeZone("x", TimeSpan.FromHours(20), "x", "x"));
    }

    [Program]
    public static void Local()
    {
        TimeZoneInfo local = TimeZoneInfo.Local;
        WriteLine($"{local.Id} {local.BaseUtcOffset} {local.SupportsDaylightSavingTime}");
        DateTime utc = new(2024, 7, 1, 10, 0, 0, DateTimeKind.Utc);
        WriteLine($"{utc.ToLocalTime():O} {new DateTime(2024, 1, 1, 10, 0, 0, DateTimeKind.Local).ToUniversalTime():O} {new DateTimeOffset(new DateTime(2024, 7, 1)):O}");
        WriteLine($"{DateTime.Parse("2024-07-01T10:00:00Z", CultureInfo.InvariantCulture):O} {DateTimeOffset.FromUnixTimeSeconds(1720000000).LocalDateTime:O}");
    }
}
