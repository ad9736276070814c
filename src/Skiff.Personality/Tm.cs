using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>C's <c>struct tm</c> in the runtime's C library, 44 bytes: a broken-down time.</summary>
[StructLayout(LayoutKind.Explicit, Size = 44)]
internal struct Tm
{
    [FieldOffset(0)]
    public int Second;

    [FieldOffset(4)]
    public int Minute;

    [FieldOffset(8)]
    public int Hour;

    /// <summary>Day of the month, from 1.</summary>
    [FieldOffset(12)]
    public int Day;

    /// <summary>Month, from 0.</summary>
    [FieldOffset(16)]
    public int Month;

    /// <summary>Years since 1900.</summary>
    [FieldOffset(20)]
    public int Year;

    /// <summary>Day of the week, Sunday is 0.</summary>
    [FieldOffset(24)]
    public int WeekDay;

    /// <summary>Day of the year, from 0.</summary>
    [FieldOffset(28)]
    public int YearDay;

    [FieldOffset(32)]
    public int IsDaylightSaving;

    /// <summary>Seconds east of UTC.</summary>
    [FieldOffset(36)]
    public int UtcOffset;
}
