using Skiff.Personality.Tests;

namespace Skiff.Personality;

/// <summary>Streams have the pollables 1 to 3, times those above.</summary>
internal static unsafe class Pollables
{
    private const int FirstTime = 100;

    private static readonly Dictionary<int, ulong> s_times = [];
    private static int s_next = FirstTime;

    /// <summary>How many are neither of streams nor dropped.</summary>
    internal static int Count => s_times.Count;

    internal static int Add(ulong duration)
    {
        s_times.Add(s_next, duration);
        return s_next++;
    }

    internal static void Poll(int* pollables, uint count, List* result)
    {
        uint[] ready = [.. Enumerable.Range(0, (int)count).Where(i => !FakeHost.Current.StreamsWait && pollables[i] < FirstTime).Select(i => (uint)i)];
        if (ready.Length == 0)
        {
            ready = [(uint)Enumerable.Range(0, (int)count).Where(i => pollables[i] >= FirstTime).MinBy(i => s_times[pollables[i]])];
        }

        Block(pollables[ready[0]]);
        *result = Answers.Items(ready);
    }

    internal static void Block(int pollable)
    {
        if (!s_times.TryGetValue(pollable, out ulong duration))
        {
            FakeHost.Current.Waits++;
            return;
        }

        FakeHost.Current.Sleeps.Add(duration);
        FakeHost.Current.Now += duration / FakeHost.Current.SleepsShort;
    }

    internal static void Drop(int pollable) => s_times.Remove(pollable);
}
