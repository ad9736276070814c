namespace Skiff.Fidelity.Globalization;

public static class Calendars
{
    [Program]
    public static void Arithmetic()
    {
        DateTime moment = new(2024, 2, 29, 12, 0, 0);
        Calendar[] calendars = [new GregorianCalendar(), new JulianCalendar(), new HebrewCalendar(), new HijriCalendar(), new UmAlQuraCalendar(), new PersianCalendar(), new ThaiBuddhistCalendar(), new TaiwanCalendar(), new KoreanCalendar(), new ChineseLunisolarCalendar(), new JapaneseLunisolarCalendar()];
        foreach (Calendar calendar in calendars)
        {
            WriteLine($"{calendar.GetType().Name} {calendar.GetEra(moment)} {calendar.GetYear(moment)}-{calendar.GetMonth(moment)}-{calendar.GetDayOfMonth(moment)} {calendar.GetDayOfYear(moment)} {calendar.GetDayOfWeek(moment)} {calendar.IsLeapYear(calendar.GetYear(moment))} {calendar.GetMonthsInYear(calendar.GetYear(moment))} {calendar.AddMonths(moment, 13):s} {calendar.AddYears(moment, 1):s} {calendar.GetWeekOfYear(moment, CalendarWeekRule.FirstFourDayWeek, DayOfWeek.Monday)} {calendar.AlgorithmType}");
        }

        WriteLine($"{new HebrewCalendar().ToDateTime(5784, 1, 1, 0, 0, 0, 0):d} {new DateTime(1403, 1, 1, new PersianCalendar()):d}");
        Attempt.Show("out of range", () => new HijriCalendar().GetYear(DateTime.MinValue));
    }

    [Program]
    public static void Japanese()
    {
        JapaneseCalendar calendar = new();
        foreach (DateTime moment in new[] { new DateTime(2019, 4, 30), new DateTime(2019, 5, 1), new DateTime(1989, 1, 8), new DateTime(1926, 12, 25) })
        {
            WriteLine($"{moment:yyyy-MM-dd} era {calendar.GetEra(moment)} year {calendar.GetYear(moment)}");
        }

        CultureInfo culture = (CultureInfo)CultureInfo.GetCultureInfo("ja-JP").Clone();
        culture.DateTimeFormat.Calendar = calendar;
        WriteLine(new DateTime(2024, 2, 3).ToString("gg y年M月d日", culture));
    }

    [Program]
    public static void InCultures()
    {
        DateTime moment = new(2024, 2, 29, 17, 5, 9);
        foreach ((string name, Calendar calendar) in new (string, Calendar)[] { ("th-TH", new ThaiBuddhistCalendar()), ("he-IL", new HebrewCalendar()), ("fa-IR", new PersianCalendar()), ("ar-SA", new HijriCalendar()) })
        {
            Attempt.Show(name, () =>
            {
                CultureInfo culture = (CultureInfo)CultureInfo.GetCultureInfo(name).Clone();
                culture.DateTimeFormat.Calendar = calendar;
                return $"{moment.ToString("yyyy/MM/dd", culture)} {moment.ToString("MMMM", culture)}";
            });
        }
    }

    [Program]
    public static void IsoWeeks()
    {
        for (int year = 2018; year <= 2026; year++)
        {
            DateTime first = new(year, 1, 1);
            WriteLine($"{year} {ISOWeek.GetWeekOfYear(first)} {ISOWeek.GetYear(first)} {ISOWeek.GetWeeksInYear(year)} {ISOWeek.GetYearStart(year):yyyy-MM-dd}");
        }
    }
}
