using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Fidelity.Memory;

public static class Collection
{
    private static int s_finalized;

    private sealed class Finalizable
    {
        public byte[] Payload { get; } = new byte[1000];

        ~Finalizable() => Interlocked.Increment(ref s_finalized);
    }

    private sealed class Phoenix
    {
        public static Phoenix? Reborn { get; set; }

        ~Phoenix() => Reborn = this;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MakeGarbage(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _ = new Finalizable();
        }
    }

    private static void CollectAll()
    {
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    [Program]
    public static async Task Finalizers()
    {
        s_finalized = 0;
        MakeGarbage(1000);
        CollectAll();
        for (int i = 0; i < 100 && s_finalized < 900; i++)
        {
            GC.Collect();
            await Task.Delay(2);
        }

        WriteLine(s_finalized >= 900);
        Suppressed();
        MakePhoenix();
        for (int i = 0; i < 50 && Phoenix.Reborn is null; i++)
        {
            CollectAll();
            Churn();
            await Task.Delay(2);
        }

        WriteLine(Phoenix.Reborn is not null);
        Phoenix.Reborn = null;

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Suppressed()
        {
            Finalizable item = new();
            GC.SuppressFinalize(item);
            GC.KeepAlive(item);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void MakePhoenix()
        {
            for (int i = 0; i < 20; i++)
            {
                _ = new Phoenix();
            }
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Churn()
    {
        int[] numbers = new int[256];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Depth(i % 40);
        }

        return numbers.Sum();

        static int Depth(int n) => n == 0 ? 0 : 1 + Depth(n - 1);
    }

    [Program]
    public static async Task WeakReferences()
    {
        List<WeakReference<object>> references = Make(500);
        object kept = new();
        WeakReference strong = new(kept);
        for (int i = 0; i < 50 && references.Count(r => r.TryGetTarget(out _)) > 50; i++)
        {
            CollectAll();
            Churn();
            await Task.Delay(1);
        }

        WriteLine($"{references.Count(r => r.TryGetTarget(out _)) <= 50} {strong.IsAlive} {ReferenceEquals(strong.Target, kept)}");
        ConditionalWeakTable<object, string> table = new();
        table.Add(kept, "attached");
        WriteLine($"{table.TryGetValue(kept, out string? value)} {value} {table.GetValue(new object(), _ => "made")} {table.Count()}");
        Attempt.Do("twice", () => table.Add(kept, "again"));
        GCHandle weak = GCHandle.Alloc(kept, GCHandleType.Weak), pinned = GCHandle.Alloc(new byte[] { 1, 2, 3 }, GCHandleType.Pinned), normal = GCHandle.Alloc("normal");
        WriteLine($"{weak.IsAllocated} {weak.Target == kept} {Marshal.ReadByte(pinned.AddrOfPinnedObject(), 1)} {normal.Target}");
        weak.Free();
        pinned.Free();
        normal.Free();
        Attempt.Do("freed handle", () => _ = normal.Target);
        Attempt.Do("pin references", () => GCHandle.Alloc(new object[1], GCHandleType.Pinned));
        DependentHandle dependent = new(kept, "dependent");
        WriteLine(dependent.Dependent);
        dependent.Dispose();
        GC.KeepAlive(kept);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static List<WeakReference<object>> Make(int n) => [.. Enumerable.Range(0, n).Select(i => new WeakReference<object>(new byte[100 + i]))];
    }

    [Program]
    public static void Information()
    {
        long before = GC.GetTotalAllocatedBytes();
        byte[][] blocks = [.. Enumerable.Range(0, 100).Select(i => new byte[10000])];
        WriteLine($"{GC.GetTotalAllocatedBytes() - before >= 900_000} {GC.GetTotalMemory(false) > 0} {GC.MaxGeneration >= 1} {GC.GetGeneration(blocks) >= 0} {GC.CollectionCount(0) >= 0}");
        int collections = GC.CollectionCount(0);
        GC.Collect();
        WriteLine(GC.CollectionCount(0) > collections);
        WriteLine($"{GCSettings.LatencyMode is GCLatencyMode.Interactive or GCLatencyMode.Batch} {GC.GetGCMemoryInfo().HeapSizeBytes >= 0} {Environment.WorkingSet >= 0}");
        GC.AddMemoryPressure(1000);
        GC.RemoveMemoryPressure(1000);
        byte[] pinned = GC.AllocateArray<byte>(10, pinned: true), raw = GC.AllocateUninitializedArray<byte>(5000);
        WriteLine($"{pinned.Length} {raw.Length} {blocks.Length}");
        GC.RefreshMemoryLimit();
    }

    [Program]
    public static void ServerMode() => WriteLine(GCSettings.IsServerGC);

    [Program]
    public static void LargeHeap()
    {
        List<byte[]> blocks = [];
        for (int i = 0; i < 40; i++)
        {
            byte[] block = new byte[8 << 20];
            block[0] = (byte)i;
            block[^1] = (byte)(i * 2);
            blocks.Add(block);
        }

        WriteLine($"{blocks.Sum(b => (long)b.Length)} {blocks.Sum(b => b[0] + b[^1])}");
        blocks.Clear();
        GC.Collect();
        Dictionary<int, string> map = [];
        for (int i = 0; i < 60_000; i++)
        {
            map[i] = i.ToString();
        }

        long length = 0;
        for (int round = 0; round < 3; round++)
        {
            for (int i = 0; i < 60_000; i += 3)
            {
                map[i] = $"{round}{i}";
            }

            length += map.Values.Sum(v => v.Length);
        }

        WriteLine($"{map.Count} {length}");
        Node? list = null;
        for (int i = 0; i < 200_000; i++)
        {
            list = new Node(i, list);
        }

        GC.Collect();
        long sum = 0;
        for (Node? node = list; node is not null; node = node.Next)
        {
            sum += node.Value;
        }

        WriteLine(sum);
        int[][,] matrices = [.. Enumerable.Range(0, 10).Select(_ => new int[300, 300])];
        WriteLine(matrices.Sum(m => m.Length));
    }

    private sealed record Node(int Value, Node? Next);

    [Program]
    public static void TooMuch()
    {
        Attempt.Do("array", () => Allocate(int.MaxValue, 1));
        Attempt.Do("string", () => _ = new string('x', int.MaxValue));
        Attempt.Do("matrix", () => Allocate(int.MaxValue, int.MaxValue));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static void Allocate(int rows, int columns) => GC.KeepAlive(columns == 1 ? new byte[rows] : new byte[rows, columns]);
    }
}
