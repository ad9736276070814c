using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// The C library's time zone, which is UTC: .NET has its own (`TimeZoneInfo`, by the variable `TZ` and the data in the
/// runtime). Only messages of the runtime's native part are stamped with it.
/// </summary>
internal static unsafe class TimeZone
{
    private const long SecondsPerDay = 86400;

    /// <summary><c>_tzset_js</c>: no offset, no daylight saving; names are buffers of 7 bytes.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env._tzset_js")]
    internal static void Set(int* timezone, int* daylight, byte* standardName, byte* daylightName)
    {
        *timezone = 0;
        *daylight = 0;
        Text.Copy(standardName, Text.Of("UTC\0"u8), 4);
        Text.Copy(daylightName, Text.Of("UTC\0"u8), 4);
    }

    /// <summary><c>_gmtime_js</c>: seconds since 1970 as a date and time in UTC.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env._gmtime_js")]
    internal static void Utc(long time, Tm* tm) => Break(time, tm);

    /// <summary><c>_localtime_js</c>: the same.</summary>
    [UnmanagedCallersOnly(EntryPoint = "env._localtime_js")]
    internal static void Local(long time, Tm* tm)
    {
        Break(time, tm);
        tm->IsDaylightSaving = 0;
        tm->UtcOffset = 0;
    }

    /// <summary>
    /// Breaks a time down in the proleptic Gregorian calendar. Years are counted from March, so that the leap day is the
    /// last of its year and a month's first day is a linear function of the month.
    /// </summary>
    internal static void Break(long time, Tm* tm)
    {
        long days = time / SecondsPerDay;
        long seconds = time % SecondsPerDay;
        if (seconds < 0)
        {
            seconds += SecondsPerDay;
            days--;
        }

        tm->Second = (int)(seconds % 60);
        tm->Minute = (int)(seconds / 60 % 60);
        tm->Hour = (int)(seconds / 3600);
        tm->WeekDay = (int)((((days + 4) % 7) + 7) % 7);

        // Days since 1 March of the year 0, in eras of 400 years.
        long shifted = days + 719468;
        long era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
        long dayOfEra = shifted - (era * 146097);
        long yearOfEra = (dayOfEra - (dayOfEra / 1460) + (dayOfEra / 36524) - (dayOfEra / 146096)) / 365;
        long dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        long month = ((5 * dayOfYear) + 2) / 153;
        tm->Day = (int)(dayOfYear - (((153 * month) + 2) / 5) + 1);
        tm->Month = (int)(month < 10 ? month + 2 : month - 10);
        long year = yearOfEra + (era * 400) + (tm->Month < 2 ? 1 : 0);
        tm->Year = (int)(year - 1900);

        bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        tm->YearDay = (int)(month < 10 ? dayOfYear + 59 + (leap ? 1 : 0) : dayOfYear - 306);
    }
}
