using System.Runtime.InteropServices;

namespace Skiff.Compiler.Programs.Exported;

/// <summary>The one set of real exports of this assembly.</summary>
public static unsafe class EntryPoints
{
    private static int s_calls = 5;
    private static delegate* unmanaged<int, int> s_callback;

    public struct Two
    {
        public int A;
        public long B;
    }

    public struct One
    {
        public double Value;
    }

    [UnmanagedCallersOnly(EntryPoint = "env.add")]
    public static int Add(int a, int b)
    {
        s_calls++;
        return a + b;
    }

    [UnmanagedCallersOnly(EntryPoint = "_start")]
    public static void Start()
    {
        s_callback = &Callback;
        int* local = stackalloc int[4];
        local[s_calls & 3] = s_callback(s_calls);
        Free(local);
        Exit(*local);
    }

    [UnmanagedCallersOnly(EntryPoint = "runtime.callback")]
    public static int Callback(int n) => n + s_calls;

    [UnmanagedCallersOnly(EntryPoint = "sum_struct")]
    public static Two Sum(Two value, long n)
    {
        value.A += (int)n;
        value.B += n;
        return value;
    }

    [UnmanagedCallersOnly(EntryPoint = "scalar_struct")]
    public static One Scalar(One value)
    {
        value.Value += 1;
        return value;
    }

    [UnmanagedCallersOnly(EntryPoint = "grow")]
    public static int Grow(int pages)
    {
        if (MemorySize() > 10000)
        {
            Unreachable();
        }

        return MemoryGrow(pages);
    }

    public static int Unreached(string text) => text.Length;

    [DllImport("wasi_snapshot_preview1", EntryPoint = "proc_exit")]
    private static extern void Exit(int code);

    [DllImport("runtime", EntryPoint = "free")]
    private static extern void Free(void* pointer);

    [DllImport("wasm", EntryPoint = "memory.size")]
    private static extern int MemorySize();

    [DllImport("wasm", EntryPoint = "memory.grow")]
    private static extern int MemoryGrow(int pages);

    [DllImport("wasm", EntryPoint = "unreachable")]
    private static extern void Unreachable();
}
