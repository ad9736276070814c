using System.Text;

namespace Skiff.Components.RoundTrip;

/// <summary>Passes everything on to the import of the same shape.</summary>
internal sealed class TextPassing : IText
{
    public static string EchoString(string v) => Text.EchoString(v);

    public static string[] EchoStrings(string[] v) => Text.EchoStrings(v);

    public static (string, string) EchoTwo(string first, string second) => Text.EchoTwo(first, second);

    public static Rune[] EchoChars(ReadOnlySpan<Rune> v) => Text.EchoChars(v);
}
