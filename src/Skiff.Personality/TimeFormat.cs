using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>C's <c>strftime</c> in the C locale (ISO C 7.29.3.5).</summary>
internal static unsafe class TimeFormat
{
    private static byte* _target;
    private static uint _length;
    private static uint _limit;

    /// <summary>
    /// Formats a time into <paramref name="maximum"/> bytes, NUL included; the number of bytes before the NUL, or 0 when
    /// they do not fit.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "env.strftime")]
    internal static uint Format(byte* target, uint maximum, byte* format, Tm* tm)
    {
        _target = target;
        _length = 0;
        _limit = maximum;
        Append(format, tm);
        if (_length >= maximum)
        {
            return 0;
        }

        target[_length] = 0;
        return _length;
    }

    private static void Append(byte* format, Tm* tm)
    {
        while (*format != 0)
        {
            byte character = *format++;
            if (character != '%')
            {
                Put(character);
                continue;
            }

            // The C locale has no alternative forms: E and O change nothing.
            if (*format is (byte)'E' or (byte)'O')
            {
                format++;
            }

            if (*format == 0)
            {
                return;
            }

            Conversion(*format++, tm);
        }
    }

    private static void Conversion(byte specifier, Tm* tm)
    {
        switch ((char)specifier)
        {
            case 'a': Name(Weekdays(), tm->WeekDay, 3); break;
            case 'A': Name(Weekdays(), tm->WeekDay, uint.MaxValue); break;
            case 'b' or 'h': Name(Months(), tm->Month, 3); break;
            case 'B': Name(Months(), tm->Month, uint.MaxValue); break;
            case 'c': Append(Text.Of("%a %b %e %H:%M:%S %Y"u8), tm); break;
            case 'C': Number(Year(tm) / 100, 2, '0'); break;
            case 'd': Number(tm->Day, 2, '0'); break;
            case 'D' or 'x': Append(Text.Of("%m/%d/%y"u8), tm); break;
            case 'e': Number(tm->Day, 2, ' '); break;
            case 'F': Append(Text.Of("%Y-%m-%d"u8), tm); break;
            case 'g': Number(WeekYear(tm) % 100, 2, '0'); break;
            case 'G': Number(WeekYear(tm), 1, '0'); break;
            case 'H': Number(tm->Hour, 2, '0'); break;
            case 'I': Number(tm->Hour % 12 == 0 ? 12 : tm->Hour % 12, 2, '0'); break;
            case 'j': Number(tm->YearDay + 1, 3, '0'); break;
            case 'm': Number(tm->Month + 1, 2, '0'); break;
            case 'M': Number(tm->Minute, 2, '0'); break;
            case 'n': Put((byte)'\n'); break;
            case 'p': Append(tm->Hour < 12 ? Text.Of("AM"u8) : Text.Of("PM"u8), tm); break;
            case 'r': Append(Text.Of("%I:%M:%S %p"u8), tm); break;
            case 'R': Append(Text.Of("%H:%M"u8), tm); break;
            case 'S': Number(tm->Second, 2, '0'); break;
            case 't': Put((byte)'\t'); break;
            case 'T' or 'X': Append(Text.Of("%H:%M:%S"u8), tm); break;
            case 'u': Number(tm->WeekDay == 0 ? 7 : tm->WeekDay, 1, '0'); break;
            case 'U': Number((tm->YearDay + 7 - tm->WeekDay) / 7, 2, '0'); break;
            case 'V': Number(Week(tm), 2, '0'); break;
            case 'w': Number(tm->WeekDay, 1, '0'); break;
            case 'W': Number((tm->YearDay + 7 - ((tm->WeekDay + 6) % 7)) / 7, 2, '0'); break;
            case 'y': Number(Year(tm) % 100, 2, '0'); break;
            case 'Y': Number(Year(tm), 1, '0'); break;
            case 'z': Append(Text.Of("+0000"u8), tm); break;
            case 'Z': Append(Text.Of("UTC"u8), tm); break;
            case '%': Put((byte)'%'); break;
            default:
                Put((byte)'%');
                Put(specifier);
                break;
        }
    }

    private static byte* Weekdays() => Text.Of("Sunday\0Monday\0Tuesday\0Wednesday\0Thursday\0Friday\0Saturday\0"u8);

    private static byte* Months() =>
        Text.Of("January\0February\0March\0April\0May\0June\0July\0August\0September\0October\0November\0December\0"u8);

    private static int Year(Tm* tm) => tm->Year + 1900;

    /// <summary>The week of ISO 8601 that a day lies in: 0 and 53 stand for weeks of the neighbouring years.</summary>
    private static int RawWeek(Tm* tm) => (tm->YearDay + 11 - (tm->WeekDay == 0 ? 7 : tm->WeekDay)) / 7;

    private static int Week(Tm* tm)
    {
        int week = RawWeek(tm);
        int year = Year(tm);
        return week == 0 ? WeeksIn(year - 1) : week > WeeksIn(year) ? 1 : week;
    }

    private static int WeekYear(Tm* tm)
    {
        int week = RawWeek(tm);
        int year = Year(tm);
        return week == 0 ? year - 1 : week > WeeksIn(year) ? year + 1 : year;
    }

    /// <summary>A year has 53 weeks when it ends on a Thursday, or the year before ended on a Wednesday.</summary>
    private static int WeeksIn(int year) => LastWeekday(year) == 4 || LastWeekday(year - 1) == 3 ? 53 : 52;

    private static int LastWeekday(int year) => (year + (year / 4) - (year / 100) + (year / 400)) % 7;

    private static void Name(byte* names, int index, uint maximum)
    {
        while (index > 0)
        {
            names += Text.Length(names) + 1;
            index--;
        }

        while (*names != 0 && maximum > 0)
        {
            Put(*names++);
            maximum--;
        }
    }

    private static void Number(int number, int width, char padding)
    {
        byte* digits = stackalloc byte[10];
        int start = 10;
        bool negative = number < 0;
        uint rest = negative ? (uint)-number : (uint)number;
        do
        {
            digits[--start] = (byte)('0' + (rest % 10));
            rest /= 10;
        }
        while (rest != 0);
        if (negative)
        {
            Put((byte)'-');
        }

        for (int i = 10 - start; i < width; i++)
        {
            Put((byte)padding);
        }

        while (start < 10)
        {
            Put(digits[start++]);
        }
    }

    private static void Put(byte character)
    {
        if (_length < _limit)
        {
            _target[_length] = character;
        }

        _length++;
    }
}
