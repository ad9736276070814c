using System.Globalization;

namespace Skiff.Runtime.Globalization;

/// <summary>Names of cultures, regions and currencies, which the browser is asked for, come from <see cref="CultureNames"/>.</summary>
[Patch(Bcl.CoreLib, "System.Globalization.CultureData")]
internal static class CultureDataPatch
{
    /// <summary>Names are looked up when they are asked for.</summary>
    public static void JSInitLocaleInfo(CultureData self)
    {
    }

    public static string IcuGetLocaleInfo(CultureData self, CultureData.LocaleStringData type, string uiCultureName)
    {
        string name = self._sWindowsName;
        return type switch
        {
            CultureData.LocaleStringData.EnglishDisplayName => CultureNames.English(name),
            CultureData.LocaleStringData.NativeDisplayName => CultureNames.Native(name),
            CultureData.LocaleStringData.EnglishLanguageName or CultureData.LocaleStringData.LocalizedLanguageName => CultureNames.English(CultureNames.Language(name)),
            CultureData.LocaleStringData.NativeLanguageName => CultureNames.Native(CultureNames.Language(name)),
            CultureData.LocaleStringData.EnglishCountryName => CultureNames.EnglishRegion(name),
            CultureData.LocaleStringData.NativeCountryName or CultureData.LocaleStringData.LocalizedCountryName => CultureNames.NativeRegion(name),
            CultureData.LocaleStringData.CurrencyEnglishName => CultureNames.EnglishCurrency(self.ISOCurrencySymbol),
            CultureData.LocaleStringData.CurrencyNativeName => CultureNames.NativeCurrency(name, self.ISOCurrencySymbol),
            _ => self.IcuGetLocaleInfo(name, type, uiCultureName),
        };
    }

    /// <summary>The name of a culture in the language of the user interface, if that is the culture's own; else in English.</summary>
    public static string IcuGetLanguageDisplayName(CultureData self, string cultureName)
    {
        string user = CultureInfo.CurrentUICulture.Name;
        return user.Length != 0 && CultureNames.Language(user) == CultureNames.Language(cultureName)
            ? CultureNames.Native(cultureName)
            : CultureNames.English(cultureName);
    }
}
