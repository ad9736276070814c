using System.Globalization;
using System.Text;
using FsCheck.Xunit;

namespace Skiff.Personality.Tests;

public sealed unsafe class TimeFormatTests : PersonalityTest
{
    [Property(MaxTest = 500)]
    public void A_time_is_broken_down_as_DateTime_does(int seconds, short scale)
    {
        long time = (long)seconds * (1 + Math.Abs((long)scale)) % 60_000_000_000;
        DateTime expected = DateTime.UnixEpoch.AddSeconds(time);
        Tm tm = default;
        TimeZone.Break(time, &tm);
        Assert.Equal(
            (expected.Year, expected.Month, expected.Day, expected.Hour, expected.Minute, expected.Second),
            (tm.Year + 1900, tm.Month + 1, tm.Day, tm.Hour, tm.Minute, tm.Second));
        Assert.Equal(((int)expected.DayOfWeek, expected.DayOfYear - 1), (tm.WeekDay, tm.YearDay));
        Assert.Equal($"{ISOWeek.GetYear(expected)}-{ISOWeek.GetWeekOfYear(expected):D2}", Format("%G-%V", time));
    }

    [Theory]
    [InlineData("%Y-%m-%dT%H:%M:%S", "2009-02-13T23:31:30")]
    [InlineData("%F %T %R", "2009-02-13 23:31:30 23:31")]
    [InlineData("%a %A %b %B %h", "Fri Friday Feb February Feb")]
    [InlineData("%c|%D|%x|%X|%r", "Fri Feb 13 23:31:30 2009|02/13/09|02/13/09|23:31:30|11:31:30 PM")]
    [InlineData("%C %y %g %e %j %I %p", "20 09 09 13 044 11 PM")]
    [InlineData("%u %w %U %W %V %Z %z", "5 5 06 06 07 UTC +0000")]
    [InlineData("%%%n%t%Ey%Od", "%\n\t0913")]
    [InlineData("%q", "%q")]
    [InlineData("plain%", "plain")]
    public void Conversions_are_those_of_the_C_locale(string format, string expected) =>
        Assert.Equal(expected, Format(format, 1234567890));

    [Fact]
    public void What_does_not_fit_is_0()
    {
        byte* buffer = stackalloc byte[16];
        Tm tm = default;
        fixed (byte* format = SystemCalls.Bytes("%Y"))
        {
            Assert.Equal(0U, ((delegate* unmanaged<byte*, uint, byte*, Tm*, uint>)&TimeFormat.Format)(buffer, 4, format, &tm));
            Assert.Equal(4U, ((delegate* unmanaged<byte*, uint, byte*, Tm*, uint>)&TimeFormat.Format)(buffer, 5, format, &tm));
        }
    }

    private static string Format(string format, long time)
    {
        Tm tm = default;
        TimeZone.Break(time, &tm);
        byte* buffer = stackalloc byte[200];
        fixed (byte* text = SystemCalls.Bytes(format))
        {
            uint length = ((delegate* unmanaged<byte*, uint, byte*, Tm*, uint>)&TimeFormat.Format)(buffer, 200, text, &tm);
            return Encoding.UTF8.GetString(buffer, (int)length);
        }
    }
}
