using System.Text;
using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Hosting.Components;

namespace Skiff.Components.RoundTrip.Tests;

public sealed class TextTests(Guest guest)
{
    private const string Interface = "example:features/text@1.0.0";
    private const string Inspection = "example:features/inspection@1.0.0";
    private const uint Chunk = 0x8000;

    [Fact]
    public void Every_character_passes() => guest.Run(new Host(guest.World), (host, component) =>
    {
        int characters = 0;
        for (uint first = 0; first <= 0x10FFFF; first += Chunk)
        {
            uint last = first + Chunk - 1;
            string expected = Characters(first, last);
            characters += expected.EnumerateRunes().Count();
            Assert.Equal(expected, component.Call(Interface, "echo-string", expected)!.Content);
            Assert.Equal(expected, host.Received[0].Content);
            Assert.Equal(true, component.Call(Inspection, "is-all-characters", expected, first, last)!.Content);
            Assert.Equal(expected, component.Call(Inspection, "all-characters", first, last)!.Content);
        }

        Assert.Equal(1_112_064, characters);
    });

    [Fact]
    public void Every_character_passes_as_a_char() => guest.Run(new Host(guest.World), (_, component) =>
    {
        for (uint first = 0; first <= 0x10FFFF; first += Chunk)
        {
            ComponentValue expected = ComponentValue.List([.. Characters(first, first + Chunk - 1).EnumerateRunes().Select(rune => (ComponentValue)rune)]);
            Assert.Equal(expected, component.Call(Interface, "echo-chars", expected));
        }
    });

    [Theory]
    [InlineData(new ushort[] { 0xD800 }, "\uFFFD")]
    [InlineData(new ushort[] { 0xDC00 }, "\uFFFD")]
    [InlineData(new ushort[] { 'a', 0xDBFF, 'b' }, "a\uFFFDb")]
    [InlineData(new ushort[] { 0xDC00, 0xD800 }, "\uFFFD\uFFFD")]
    [InlineData(new ushort[] { 0xD800, 0xD800, 0xDC00 }, "\uFFFD\U00010000")]
    [InlineData(new ushort[] { 0xD83D, 0xDE00 }, "😀")]
    public void What_is_no_character_leaves_the_guest_as_replacement_character(ushort[] units, string expected) => guest.Run(new Host(guest.World), (_, component) =>
        Assert.Equal(expected, component.Call(Inspection, "make-text", ComponentValue.List([.. units.Select(unit => (ComponentValue)unit)]))!.Content));

    [Theory]
    [InlineData('a')]
    [InlineData('€')]
    public void Ten_megabytes_of_text_pass(char character) => guest.Run(new Host(guest.World), (host, component) =>
    {
        string text = new(character, 10_000_000 / Encoding.UTF8.GetByteCount([character]));
        Assert.Equal(text, component.Call(Interface, "echo-string", text)!.Content);
        Assert.Equal(text, host.Received[0].Content);
    });

    // What the memory of a call ends with: the bytes on the stack, a chunk, a block of its own.
    [Fact]
    public void Text_of_every_length_passes() => guest.Run(new Host(guest.World), (_, component) =>
    {
        foreach (int length in (int[])[.. Enumerable.Range(0, 40), .. Enumerable.Range(160, 20), .. Enumerable.Range(500, 30), .. Enumerable.Range(2030, 30)])
        {
            foreach (string character in (string[])["x", "ß", "€", "😀"])
            {
                string text = string.Concat(Enumerable.Repeat(character, length));
                Assert.Equal(ComponentValue.Tuple(text, "end"), component.Call(Interface, "echo-two", text, "end"));
                Assert.Equal(ComponentValue.List("start", text, text), component.Call(Interface, "echo-strings", ComponentValue.List("start", text, text)));
            }
        }
    });

    private static string Characters(uint first, uint last)
    {
        StringBuilder text = new();
        for (uint value = first; value <= last; value++)
        {
            if (Rune.TryCreate(value, out Rune rune))
            {
                text.Append(rune.ToString());
            }
        }

        return text.ToString();
    }
}
