namespace Skiff.Runtime.Guest;

/// <summary>Snapshot initializers that cannot succeed.</summary>
internal static class Initializers
{
    internal static void Fail() => throw new InvalidOperationException("it is not warm");

    internal static void Parameter(int number)
    {
    }

    internal static int Returns() => 1;
}
