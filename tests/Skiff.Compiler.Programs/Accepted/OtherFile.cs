namespace Skiff.Compiler.Programs.Accepted;

/// <summary>Called from <see cref="AcrossFiles"/>.</summary>
internal static class OtherFile
{
    internal const int Constant = 17;
    internal static int s_state = 5;

    internal static int Scale(int n) => n * s_state;

    internal static class Inner
    {
        internal static int Shift(int n) => n << 2;
    }
}
