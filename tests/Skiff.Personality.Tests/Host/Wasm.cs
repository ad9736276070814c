namespace Skiff.Personality;

/// <summary>The instructions that C# has no word for, over numbers that a test sets.</summary>
internal static class Wasm
{
    internal const uint PageSize = 65536;

    internal static uint Pages { get; set; } = 512;

    internal static uint Maximum { get; set; } = 32768;

    internal static uint MemorySize() => Pages;

    internal static int MemoryGrow(uint pages)
    {
        if (pages > Maximum - Pages)
        {
            return -1;
        }

        int old = (int)Pages;
        Pages += pages;
        return old;
    }

    internal static void Unreachable() => throw new NotSupportedException("unreachable");
}
