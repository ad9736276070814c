using System.Threading.Channels;

namespace Skiff.Fidelity.Asynchrony;

public static class Channels
{
    [Program]
    public static async Task Unbounded()
    {
        Channel<int> channel = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
        Task[] writers = [.. Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                await channel.Writer.WriteAsync((w * 1000) + i);
                if (i % 10 == 0)
                {
                    await Task.Yield();
                }
            }
        }))];
        Task completing = Task.WhenAll(writers).ContinueWith(_ => channel.Writer.Complete());
        List<int> read = [];
        await foreach (int item in channel.Reader.ReadAllAsync())
        {
            read.Add(item);
        }

        await completing;
        WriteLine($"{read.Count} {read.Sum()} {read.Where(i => i < 1000).SequenceEqual(Enumerable.Range(0, 50))}");
        WriteLine($"{channel.Reader.Completion.Status} {channel.Writer.TryWrite(1)}");
        await Attempt.DoAsync("write after completion", async () => await channel.Writer.WriteAsync(1));
        await Attempt.DoAsync("read after completion", async () => await channel.Reader.ReadAsync());
    }

    [Program]
    public static async Task Bounded()
    {
        foreach (BoundedChannelFullMode mode in Enum.GetValues<BoundedChannelFullMode>())
        {
            List<int> dropped = [];
            Channel<int> channel = Channel.CreateBounded<int>(new BoundedChannelOptions(3) { FullMode = mode }, dropped.Add);
            List<bool> written = [.. Enumerable.Range(0, 6).Select(i => channel.Writer.TryWrite(i))];
            channel.Writer.Complete();
            WriteLine($"{mode} {string.Join(',', written)} kept {string.Join(' ', await channel.Reader.ReadAllAsync().ToListAsync())} dropped {string.Join(' ', dropped)}");
        }

        Channel<string> waiting = Channel.CreateBounded<string>(1);
        Task producer = Task.Run(async () =>
        {
            foreach (string word in "one two three four".Split(' '))
            {
                await waiting.Writer.WriteAsync(word);
            }

            waiting.Writer.Complete(new InvalidDataException("ended badly"));
        });
        await Attempt.DoAsync("bad end", async () =>
        {
            await foreach (string word in waiting.Reader.ReadAllAsync())
            {
                Write(word + " ");
            }
        });
        await producer;
        Channel<int> rendezvous = Channel.CreateUnbounded<int>();
        ValueTask<int> pending = rendezvous.Reader.ReadAsync();
        WriteLine(pending.IsCompleted);
        rendezvous.Writer.TryWrite(8);
        WriteLine(await pending);
        Channel<(string, int)> prioritized = Channel.CreateUnboundedPrioritized<(string Name, int Order)>(new() { Comparer = Comparer<(string Name, int Order)>.Create((a, b) => a.Order.CompareTo(b.Order)) });
        prioritized.Writer.TryWrite(("low", 9));
        prioritized.Writer.TryWrite(("high", 1));
        WriteLine((await prioritized.Reader.ReadAsync()).Item1);
    }

    [Program]
    public static async Task PipelineOfStages()
    {
        Channel<int> numbers = Channel.CreateBounded<int>(8);
        Channel<(int, bool)> tested = Channel.CreateBounded<(int, bool)>(8);
        Task source = Task.Run(async () =>
        {
            for (int i = 1; i <= 300; i++)
            {
                await numbers.Writer.WriteAsync(i);
            }

            numbers.Writer.Complete();
        });
        Task[] workers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            await foreach (int n in numbers.Reader.ReadAllAsync())
            {
                await tested.Writer.WriteAsync((n, n > 1 && Enumerable.Range(2, n - 2).All(d => n % d != 0)));
            }
        }))];
        Task closing = Task.WhenAll(workers).ContinueWith(_ => tested.Writer.Complete());
        int primes = 0;
        while (await tested.Reader.WaitToReadAsync())
        {
            while (tested.Reader.TryRead(out (int Number, bool IsPrime) item))
            {
                primes += item.IsPrime ? 1 : 0;
            }
        }

        await Task.WhenAll(source, closing);
        WriteLine(primes);
    }
}
