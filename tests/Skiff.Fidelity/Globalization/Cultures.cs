namespace Skiff.Fidelity.Globalization;

public static class Cultures
{
    private static readonly string[] s_names = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "ru-RU", "pl-PL", "sv-SE", "tr-TR", "el-GR", "ja-JP", "zh-CN", "zh-TW", "ko-KR", "hi-IN", "he-IL", "ar-SA", "th-TH", "fa-IR", "cs-CZ", "nl-NL", "fi-FI", "da-DK", "hu-HU", "uk-UA", "vi-VN"];

    // Those whose dates are written alike in the culture data of many years.
    private static readonly string[] s_steady = ["en-US", "en-GB", "de-DE", "fr-FR", "es-ES", "it-IT", "pt-BR", "ru-RU", "pl-PL", "sv-SE", "tr-TR", "ja-JP", "ko-KR", "hi-IN", "he-IL", "cs-CZ", "fi-FI", "hu-HU", "vi-VN"];

    [Program]
    public static void Names()
    {
        foreach (string name in s_names)
        {
            CultureInfo culture = CultureInfo.GetCultureInfo(name);
            WriteLine($"{culture.Name} {culture.TwoLetterISOLanguageName} {culture.ThreeLetterISOLanguageName} {culture.IetfLanguageTag} {culture.Parent.Name} {culture.IsNeutralCulture} {culture.TextInfo.IsRightToLeft} {culture.TextInfo.ListSeparator}");
        }

        WriteLine($"'{CultureInfo.InvariantCulture.Name}' {CultureInfo.InvariantCulture.EnglishName} {CultureInfo.InvariantCulture.LCID}");
        Attempt.Show("bad", () => new CultureInfo("no_such-Culture-!"));
        WriteLine($"{CultureInfo.CreateSpecificCulture("de").Name} {new CultureInfo("de").IsNeutralCulture}");
        WriteLine(CultureInfo.GetCultures(CultureTypes.SpecificCultures).Select(c => c.Name).Intersect(s_names).Count() == s_names.Length);
    }

    [Program]
    public static void EnglishNames()
    {
        foreach (string name in s_names)
        {
            WriteLine($"{name} {CultureInfo.GetCultureInfo(name).EnglishName}");
        }
    }

    [Program]
    public static void NativeNames()
    {
        foreach (string name in s_names)
        {
            WriteLine($"{name} {CultureInfo.GetCultureInfo(name).NativeName}");
        }
    }

    [Program]
    public static void DisplayNames()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        WriteLine($"{CultureInfo.GetCultureInfo("fr-FR").DisplayName} {CultureInfo.GetCultureInfo("ja").DisplayName}");
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("de-DE");
        WriteLine($"{CultureInfo.GetCultureInfo("fr-FR").DisplayName} {CultureInfo.GetCultureInfo("ja").DisplayName}");
    }

    private static string Visible(string text) => string.Concat(text.Select(c => c is '\u00a0' or '\u202f' or '\u200f' or '\u200e' or '\u061c' ? $"<{(int)c:x}>" : c.ToString()));

    [Program]
    public static void Numbers()
    {
        foreach (string name in s_names)
        {
            CultureInfo culture = CultureInfo.GetCultureInfo(name);
            WriteLine(Visible($"{name} {1234567.891.ToString("N2", culture)} {(-0.5).ToString("P1", culture)} {(-1234.5).ToString("F1", culture)} {string.Join('/', culture.NumberFormat.NumberGroupSizes)} {culture.NumberFormat.NegativeSign} {double.NaN.ToString(culture)} {double.PositiveInfinity.ToString(culture)}"));
        }

        WriteLine(double.Parse("1.234,5", CultureInfo.GetCultureInfo("de-DE")));
        WriteLine(decimal.Parse("€ 1.234,50", NumberStyles.Currency, CultureInfo.GetCultureInfo("nl-NL")));
    }

    [Program]
    public static void Currencies()
    {
        foreach (string name in s_names)
        {
            CultureInfo culture = CultureInfo.GetCultureInfo(name);
            WriteLine(Visible($"{name} {1234.5.ToString("C", culture)} {(-7).ToString("C0", culture)} {culture.NumberFormat.CurrencySymbol} {culture.NumberFormat.CurrencyDecimalDigits}"));
        }
    }

    [Program]
    public static void Dates()
    {
        DateTime moment = new(2024, 2, 29, 17, 5, 9);
        foreach (string name in s_steady)
        {
            CultureInfo culture = CultureInfo.GetCultureInfo(name);
            WriteLine($"{name} {moment.ToString("d", culture)} | {moment.ToString("D", culture)} | {moment.ToString("T", culture)} | {moment.ToString("Y", culture)} | {moment.ToString("M", culture)}".Replace('\u202f', ' ').Replace('\u00a0', ' '));
        }
    }

    [Program]
    public static void NonGregorianDates()
    {
        DateTime moment = new(2024, 2, 29, 17, 5, 9);
        foreach (string name in new[] { "th-TH", "fa-IR", "ar-SA" })
        {
            CultureInfo culture = CultureInfo.GetCultureInfo(name);
            WriteLine($"{name} {culture.DateTimeFormat.Calendar.GetType().Name} {culture.DateTimeFormat.Calendar.GetYear(moment)} {culture.DateTimeFormat.MonthNames[1]}");
        }
    }

    [Program]
    public static void MonthsAndDays()
    {
        foreach (string name in s_steady)
        {
            DateTimeFormatInfo format = CultureInfo.GetCultureInfo(name).DateTimeFormat;
            WriteLine($"{name} {format.FirstDayOfWeek} {format.CalendarWeekRule} {string.Join(',', format.DayNames)} {string.Join(',', format.MonthNames)}");
            WriteLine($"{name} {string.Join(',', format.AbbreviatedDayNames)} {string.Join(',', format.AbbreviatedMonthGenitiveNames)} {format.AMDesignator}/{format.PMDesignator} {format.Calendar.GetType().Name}");
        }
    }

    [Program]
    public static void Parsing()
    {
        foreach ((string name, string text) in new[] { ("en-US", "2/3/2024 4:05 PM"), ("en-GB", "3/2/2024 16:05"), ("de-DE", "3. Februar 2024 16:05"), ("fr-FR", "3 février 2024"), ("sv-SE", "2024-02-03"), ("ja-JP", "2024年2月3日"), ("pl-PL", "3 lutego 2024") })
        {
            Attempt.Show(name, () => DateTime.Parse(text, CultureInfo.GetCultureInfo(name)).ToString("s"));
        }
    }

    [Program]
    public static async Task Current()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        WriteLine($"{1.5} {new DateTime(2024, 3, 1):d} {1234.5:N}");
        await Task.Run(() => WriteLine($"{CultureInfo.CurrentCulture.Name} {2.5}"));
        await Task.Delay(1);
        WriteLine(CultureInfo.CurrentCulture.Name);
        CultureInfo custom = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        custom.NumberFormat.NumberDecimalSeparator = "#";
        custom.DateTimeFormat.ShortDatePattern = "yyyy/MM/dd";
        WriteLine($"{1.5.ToString(custom)} {new DateTime(2024, 3, 1).ToString("d", custom)}");
        Attempt.Do("read-only", () => CultureInfo.InvariantCulture.NumberFormat.NumberDecimalSeparator = "x");
        await Task.Run(() =>
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-FR");
            WriteLine(1.5);
        });
        WriteLine(1.5);
    }

    [Program]
    public static void Regions()
    {
        foreach (string name in new[] { "US", "DE", "JP", "GB", "BR", "IN", "SE" })
        {
            RegionInfo region = new(name);
            WriteLine($"{region.Name} {region.EnglishName} {region.TwoLetterISORegionName} {region.ThreeLetterISORegionName} {region.ISOCurrencySymbol} {region.CurrencySymbol} {region.IsMetric} {region.CurrencyEnglishName}");
        }

        Attempt.Show("unknown", () => new RegionInfo("!!").Name);
    }
}
