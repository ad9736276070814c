using System.Collections;
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using System.Runtime.InteropServices;

namespace Skiff.Fidelity.Collections;

public static class Lists
{
    private static string Text(IEnumerable items) => string.Join(' ', items.Cast<object?>());

    [Program]
    public static void ListMembers()
    {
        List<int> list = [5, 2, 8];
        list.AddRange([1, 9, 2]);
        list.Insert(1, 77);
        list.InsertRange(0, [0, 0]);
        WriteLine($"{Text(list)} {list.Count} {list.Capacity >= list.Count}");
        list.RemoveAll(i => i == 0);
        list.Sort();
        WriteLine($"{Text(list)} {list.BinarySearch(8)} {list.BinarySearch(7)} {list.IndexOf(2)} {list.LastIndexOf(2)}");
        list.Sort((a, b) => b.CompareTo(a));
        list.Reverse(0, 2);
        list.RemoveAt(0);
        list.RemoveRange(0, 2);
        WriteLine($"{Text(list)} {list.Find(i => i < 3)} {list.FindIndex(i => i == 1)} {list.Exists(i => i > 100)} {list.TrueForAll(i => i > 0)} {Text(list.ConvertAll(i => i * 0.5))} {Text(list.GetRange(1, 2))} {Text(list.Slice(0, 1))}");
        CollectionsMarshal.AsSpan(list)[0] = -1;
        CollectionsMarshal.SetCount(list, 3);
        WriteLine(Text(list));
        list.EnsureCapacity(100);
        list.TrimExcess();
        WriteLine(list.Capacity);
        Attempt.Do("index", () => _ = list[3]);
        Attempt.Do("range", () => list.RemoveRange(2, 5));
        Attempt.Do("modified", () =>
        {
            foreach (int i in list)
            {
                list.Add(i);
            }
        });
        Attempt.Do("read-only", () => ((IList<int>)list.AsReadOnly()).Add(1));
    }

    [Program]
    public static void LinkedQueuesStacks()
    {
        LinkedList<string> linked = new(["b", "c"]);
        linked.AddFirst("a");
        LinkedListNode<string> node = linked.Find("c")!;
        linked.AddBefore(node, "b2");
        linked.AddAfter(node, "d");
        linked.Remove("b");
        WriteLine($"{Text(linked)} {node.Previous!.Value} {linked.Last!.Value}");
        Attempt.Do("foreign node", () => new LinkedList<string>().AddLast(node));
        Queue<int> queue = new();
        for (int i = 0; i < 10; i++)
        {
            queue.Enqueue(i);
            if (i % 3 == 2)
            {
                queue.Dequeue();
            }
        }

        WriteLine($"{Text(queue)} {queue.Peek()} {queue.TryDequeue(out int head)} {head} {queue.Contains(9)}");
        Stack<char> stack = new("hello");
        WriteLine($"{Text(stack)} {stack.Pop()} {stack.Peek()} {stack.TryPop(out char c)} {c}");
        Attempt.Do("empty queue", () => new Queue<int>().Dequeue());
        Attempt.Do("empty stack", () => new Stack<int>().Peek());
        PriorityQueue<string, int> priorities = new([("low", 9), ("high", 1), ("middle", 5)]);
        priorities.Enqueue("urgent", 0);
        WriteLine($"{priorities.EnqueueDequeue("last", 100)} {priorities.Count} {priorities.Remove("middle", out _, out int removed)} {removed}");
        while (priorities.TryDequeue(out string? item, out int priority))
        {
            Write($"{item}:{priority} ");
        }

        WriteLine();
        PriorityQueue<int, int> descending = new(Comparer<int>.Create((a, b) => b.CompareTo(a)));
        descending.EnqueueRange(Enumerable.Range(0, 50).Select(i => (i, i * 7 % 50)));
        WriteLine(string.Join(' ', Enumerable.Range(0, 10).Select(_ => descending.Dequeue())));
    }

    [Program]
    public static void Arrays()
    {
        int[] array = [9, 4, 7, 1];
        string[] keys = ["d", "b", "c", "a"];
        Array.Sort(keys, array);
        WriteLine($"{Text(keys)} {Text(array)} {Array.BinarySearch(keys, "c")} {Array.IndexOf(array, 7)} {Array.Find(array, i => i > 4)}");
        Array.Reverse(array);
        Array.Resize(ref array, 6);
        Array.Fill(array, 3, 4, 2);
        WriteLine(Text(array));
        Array.Copy(array, 0, array, 2, 4);
        WriteLine(Text(array));
        int[,] grid = new int[3, 4];
        for (int i = 0; i < 12; i++)
        {
            grid[i / 4, i % 4] = i;
        }

        WriteLine($"{grid.Rank} {grid.GetLength(0)} {grid.GetUpperBound(1)} {grid[2, 1]} {grid.Cast<int>().Sum()} {grid.Length}");
        Array bounded = Array.CreateInstance(typeof(string), [2, 2], [1, 5]);
        bounded.SetValue("x", 2, 6);
        WriteLine($"{bounded.GetLowerBound(1)} {bounded.GetValue(2, 6)} {bounded.GetType()}");
        int[][] jagged = [[1], [2, 3]];
        WriteLine($"{jagged[1][1]} {jagged.GetType()} {array.Clone() is int[]} {array is IReadOnlyList<int>} {((IStructuralEquatable)array).Equals(array.ToArray(), EqualityComparer<int>.Default)}");
        ArraySegment<int> segment = new(array, 1, 3);
        segment[0] = 100;
        WriteLine($"{Text(segment)} {segment.Offset} {array[1]} {Text(segment[1..])}");
        Attempt.Do("index", () => _ = array[6]);
        Attempt.Do("negative", () => _ = new int[array.Length - 100]);
        Attempt.Do("covariance", () => ((object[])new string[1])[0] = 5);
        Attempt.Do("bounds", () => bounded.GetValue(0, 0));
        BitArray bits = new(10);
        bits.Set(3, true);
        bits.Not().RightShift(1);
        WriteLine($"{Text(bits)} {bits.Count} {bits.HasAnySet()}");
    }

    [Program]
    public static void ObservableAndOld()
    {
        ObservableCollection<string> observable = [];
        observable.CollectionChanged += (_, e) => WriteLine($"{e.Action} {e.NewStartingIndex} {e.OldStartingIndex} {Text(e.NewItems ?? Array.Empty<object>())} {Text(e.OldItems ?? Array.Empty<object>())}");
        observable.Add("a");
        observable.Insert(0, "b");
        observable.Move(0, 1);
        observable[0] = "c";
        observable.RemoveAt(1);
        observable.Clear();
        ArrayList old = [3, "x", 1.5];
        old.Remove("x");
        WriteLine(Text(old));
        SortedList sorted = new() { ["b"] = 2, ["a"] = 1 };
        WriteLine(Text(sorted.Keys) + sorted.GetByIndex(0));
        NameValueCollection names = new() { { "k", "1" }, { "K", "2" }, { "other", null } };
        WriteLine($"{names["k"]} {names.Count} {string.Join(',', names.AllKeys)}");
        OrderedDictionary ordered = new() { ["z"] = 1, ["y"] = 2 };
        ordered.Insert(1, "m", 3);
        WriteLine(Text(ordered.Keys));
        StringCollection strings = ["q", "r"];
        WriteLine(strings.IndexOf("r"));
        BitVector32 vector = new(5);
        WriteLine($"{vector} {vector[4]} {vector[BitVector32.CreateSection(7)]}");
        Hashtable table = new() { ["x"] = 1, ["y"] = null };
        WriteLine($"{table.Count} {table["x"]} {table.ContainsKey("y")}");
        HybridDictionary hybrid = new() { ["h"] = 1 };
        WriteLine(hybrid["h"]);
    }
}
