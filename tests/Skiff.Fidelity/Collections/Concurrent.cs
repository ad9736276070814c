using System.Collections.Concurrent;

namespace Skiff.Fidelity.Collections;

public static class Concurrent
{
    [Program]
    public static void Containers()
    {
        ConcurrentDictionary<int, string> map = new();
        Parallel.For(0, 200, i => map.AddOrUpdate(i % 10, _ => "1", (_, old) => (int.Parse(old) + 1).ToString()));
        WriteLine($"{map.Count} {string.Join(' ', map.OrderBy(p => p.Key).Select(p => p.Value))} {map.GetOrAdd(99, k => $"made {k}")} {map.TryUpdate(99, "x", "made 99")} {map.TryRemove(99, out string? gone)} {gone}");
        ConcurrentQueue<int> queue = new(Enumerable.Range(0, 100));
        WriteLine($"{queue.TryDequeue(out int head)} {head} {queue.TryPeek(out head)} {head} {queue.Count} {queue.IsEmpty}");
        ConcurrentStack<int> stack = new();
        stack.PushRange([1, 2, 3, 4]);
        int[] popped = new int[3];
        WriteLine($"{stack.TryPopRange(popped)} {string.Join(' ', popped)} {stack.Count}");
        ConcurrentBag<int> bag = [1, 2, 3];
        WriteLine($"{bag.Count} {bag.Sum()} {bag.TryTake(out _)} {bag.Count}");
        WriteLine(string.Join(' ', Partitioner.Create(0, 100, 30).GetDynamicPartitions().Select(p => $"{p.Item1}-{p.Item2}")));
    }

    [Program]
    public static async Task Blocking()
    {
        using BlockingCollection<int> items = new(boundedCapacity: 4);
        Task producer = Task.Run(async () =>
        {
            for (int i = 0; i < 20; i++)
            {
                while (!items.TryAdd(i))
                {
                    await Task.Yield();
                }
            }

            items.CompleteAdding();
        });
        int sum = 0;
        foreach (int item in items.GetConsumingEnumerable())
        {
            sum += item;
        }

        await producer;
        WriteLine($"{sum} {items.IsCompleted} {items.IsAddingCompleted} {items.TryTake(out _)}");
        Attempt.Do("add after completion", () => items.Add(1));
        Attempt.Do("take after completion", () => items.Take());
        using BlockingCollection<int> empty = [];
        WriteLine(empty.TryTake(out _, 20));
        using CancellationTokenSource source = new(20);
        Attempt.Do("cancelled take", () => empty.Take(source.Token));
    }
}
