namespace Skiff.Runtime;

/// <summary>Where the data of time zones is, the environment of the process says that the program starts in.</summary>
[Patch(Bcl.CoreLib, "System.TimeZoneInfo")]
internal static class TimeZoneInfoPatch
{
    private static bool s_invariant;

    public static bool get_Invariant() => s_invariant;

    public static void _cctor()
    {
        TimeZoneInfo.s_utcTimeZone = TimeZoneInfo.CreateUtcTimeZone();
        TimeZoneInfo.s_cachedData = new TimeZoneInfo.CachedData();
        s_invariant = AppContextConfigHelper.GetBooleanConfig("System.TimeZoneInfo.Invariant", "DOTNET_SYSTEM_TIMEZONE_INVARIANT", false);
        TimeZoneInfo.s_maxDateOnly = new DateTime(9999, 12, 31);
        TimeZoneInfo.s_minDateOnly = new DateTime(1, 1, 2);
        TimeZoneInfo.s_daylightRuleMarker = TimeZoneInfo.TransitionTime.CreateFixedDateRule(DateTime.MinValue.AddMilliseconds(2), 1, 1);
        LookForData();
        if (!Snapshot.HasStarted)
        {
            Snapshot.AtStart(static () =>
            {
                TimeZoneInfo.ClearCachedData();
                LookForData();
            });
        }
    }

    private static void LookForData() =>
        TimeZoneInfo.UseEmbeddedTzDatabase = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TZDIR"));
}
