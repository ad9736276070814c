using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Skiff.Linker.Bundling;

namespace Skiff.Linker.Tests.Bundling;

public sealed class BundleTests
{
    [Property]
    public void What_is_written_is_read_again((byte Kind, NonNull<string> Name, byte[] Content)[] files)
    {
        BundleEntry[] entries =
        [
            .. files.Select(file => new BundleEntry(
                (BundleKind)file.Kind, file.Name.Get.Replace("\0", "", StringComparison.Ordinal), file.Content ?? [])),
        ];
        // What UTF-8 cannot say is no name.
        entries = [.. entries.Where(entry => entry.Name.EnumerateRunes().All(rune => rune.Value != 0xFFFD))];

        IReadOnlyList<PlacedEntry> read = Bundle.Read(Bundle.Write(entries));

        Assert.Equal(entries.Length, read.Count);
        Assert.All(entries.Zip(read), pair =>
        {
            (BundleEntry written, PlacedEntry placed) = pair;
            Assert.Equal(written.Kind, placed.Entry.Kind);
            Assert.Equal(written.Name, placed.Entry.Name);
            Assert.Equal(written.Content.ToArray(), placed.Entry.Content.ToArray());
            Assert.Equal(0u, placed.Offset % Bundle.Alignment);
        });
    }

    [Property]
    public void Whatever_is_no_bundle_is_refused_or_read_within_its_bytes(byte[] bytes)
    {
        try
        {
            Assert.All(Bundle.Read(bytes), entry => Assert.True(entry.Offset + entry.Entry.Content.Length <= bytes.Length));
        }
        catch (InvalidDataException exception)
        {
            Assert.EndsWith(".", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_layout_is_the_documented_one() => Assert.Equal(
        "0100000003000000140000002000000003000000" + "61622F6300" + "00000000000000" + "010203",
        Convert.ToHexString(Bundle.Write([new BundleEntry(BundleKind.Icu, "ab/c", new byte[] { 1, 2, 3 })])));

    [Fact]
    public void A_name_with_a_zero_is_refused() =>
        Assert.Throws<ArgumentException>(() => Bundle.Write([new BundleEntry(BundleKind.Assembly, "a\0b", default)]));
}
