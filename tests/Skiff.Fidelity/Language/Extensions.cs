namespace Skiff.Fidelity.Language;

internal static class Extensions
{
    public static int Squared(this int n) => n * n;

    extension(string text)
    {
        public bool IsShort => text.Length < 5;

        public string Shout() => text.ToUpperInvariant() + "!";
    }

    extension(string)
    {
        public static string Blank => " ";
    }
}
