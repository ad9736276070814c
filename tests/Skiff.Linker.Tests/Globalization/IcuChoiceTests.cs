using FsCheck.Xunit;
using Skiff.Linker.Globalization;

namespace Skiff.Linker.Tests.Globalization;

public sealed class IcuChoiceTests
{
    private static readonly LinkRequest s_request = new()
    {
        RuntimePack = Built.RuntimePack,
        EntryAssembly = "",
        RuntimeConfiguration = "",
        Output = "",
    };

    [Theory]
    [InlineData("icudt.dat")]
    [InlineData("icudt_EFIGS.dat", "en")]
    [InlineData("icudt_EFIGS.dat", "en-US", "fr-FR", "de-DE", "es-ES", "it")]
    [InlineData("icudt_EFIGS.dat", "EN-us")]
    [InlineData("icudt_EFIGS.dat", "de-NA")]
    [InlineData("icudt_CJK.dat", "ja-JP")]
    [InlineData("icudt_CJK.dat", "zh-Hant-TW", "zh-TW", "ko")]
    [InlineData("icudt_no_CJK.dat", "de-AT")]
    [InlineData("icudt_no_CJK.dat", "pl")]
    [InlineData("icudt_no_CJK.dat", "sr-Latn-RS")]
    [InlineData("icudt_no_CJK.dat", "es-AR")]
    [InlineData("icudt.dat", "ja", "de")]
    public void The_smallest_file_that_has_the_cultures_is_taken(string file, params string[] cultures) =>
        Assert.Equal(file, Path.GetFileName(IcuChoice.Choose(s_request with { Cultures = cultures }).Path));

    [Theory]
    [InlineData("xx")]
    [InlineData("tlh-QO")]
    [InlineData("")]
    [InlineData("../de")]
    public void An_unknown_culture_is_named(string culture)
    {
        AppLinkException error = Assert.Throws<AppLinkException>(() => IcuChoice.Choose(s_request with { Cultures = ["de", culture] }));

        Assert.Equal(LinkError.UnknownCulture, error.Error);
        Assert.Contains($"'{culture}'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_wins()
    {
        string named = Path.Combine(Built.RuntimePack, "icudt_EFIGS.dat");

        Assert.Equal(named, IcuChoice.Choose(s_request with { Cultures = ["ja"], IcuData = named }).Path);
    }

    [Property]
    public void What_is_no_data_is_refused(byte[] bytes) =>
        Assert.Equal(LinkError.InvalidIcuData, Assert.Throws<AppLinkException>(() => IcuData.Read("x.dat", bytes)).Error);

    [Fact]
    public void Data_that_is_cut_off_is_refused_or_read_within_its_bytes()
    {
        byte[] whole = File.ReadAllBytes(Path.Combine(Built.RuntimePack, "icudt_EFIGS.dat"));
        for (int length = 0; length < 6000; length += 7)
        {
            try
            {
                _ = IcuData.Read("x.dat", whole[..length]);
            }
            catch (AppLinkException error)
            {
                Assert.Equal(LinkError.InvalidIcuData, error.Error);
            }
        }
    }
}
