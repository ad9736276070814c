namespace Deep.Inside;

internal static class Outer
{
    internal static class Generic<T>
    {
        public static string Name => typeof(T).Name;
    }

    internal static class Entry
    {
        private static void Main() => Console.WriteLine($"nested {Generic<int>.Name} {typeof(Entry).FullName}");
    }
}
