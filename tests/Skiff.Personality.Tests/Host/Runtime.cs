using System.IO.Compression;
using System.Runtime.InteropServices;
using Skiff.Personality.Tests;

namespace Skiff.Personality;

/// <summary>The functions of the runtime that the personality calls, over the tests' own memory and records.</summary>
internal static unsafe partial class Runtime
{
    private static readonly void** _icuLocale = (void**)NativeMemory.AllocZeroed((nuint)sizeof(void*));
    private const int InterpreterStackSize = 1 << 20;

    private static readonly HashSet<nint> _allocated = [];
    private static readonly InterpreterContext* _context = (InterpreterContext*)NativeMemory.AllocZeroed((nuint)sizeof(InterpreterContext));

    /// <summary>Bytes that can still be allocated.</summary>
    internal static long Available { get; set; } = long.MaxValue;

    /// <summary>The pieces of memory that are in use.</summary>
    internal static int Allocated => _allocated.Count;

    /// <summary>The C library's <c>errno</c>.</summary>
    internal static int Errno { get; set; }

    /// <summary>What the runtime was called for, in order.</summary>
    internal static List<string> Calls { get; } = [];

    /// <summary>The properties that the runtime was started with.</summary>
    internal static Dictionary<string, string> StartProperties { get; } = [];

    /// <summary>The strings that managed code was given.</summary>
    internal static List<string> ManagedArguments { get; } = [];

    /// <summary>The program's name and directory that managed code was given.</summary>
    internal static string? Entry { get; set; }

    /// <inheritdoc cref="Entry"/>
    internal static string? BaseDirectory { get; set; }

    /// <summary>What the program does before its snapshot.</summary>
    internal static Action? Prepare { get; set; }

    private static int _runs;

    private static List<string> Methods { get; } = [];

    internal static void Reset()
    {
        Bundle.Forget();
        ForgetMethods();
        Snapshot.Forget();
        Boot.Forget();
        if (InterpreterStack == null)
        {
            InterpreterStack = (byte*)NativeMemory.Alloc(InterpreterStackSize);
        }

        NativeMemory.Fill(InterpreterStack, InterpreterStackSize, 0xA5);
        _context->StackStart = InterpreterStack;
        _context->StackRealEnd = InterpreterStack + InterpreterStackSize;
        _context->StackPointer = InterpreterStack + (InterpreterStackSize / 2);
        Heap = new FakeHeap();
        Entry = null;
        _runs = 0;
        Prepare = null;
        BaseDirectory = null;
        Methods.Clear();
        Available = long.MaxValue;
        Errno = 0;
        Calls.Clear();
        StartProperties.Clear();
        ManagedArguments.Clear();
    }

    internal static void CallConstructors() => Calls.Add("constructors");

    internal static int AddAssembly(byte* name, byte* content, uint size)
    {
        Calls.Add($"assembly {Marshal.PtrToStringUTF8((nint)name)} {Marshal.PtrToStringUTF8((nint)content, (int)size)}");
        return 0;
    }

    internal static void AddSatelliteAssembly(byte* name, byte* culture, byte* content, uint size) =>
        Calls.Add($"satellite {Marshal.PtrToStringUTF8((nint)name)} {Marshal.PtrToStringUTF8((nint)culture)} {Marshal.PtrToStringUTF8((nint)content, (int)size)}");

    internal static void ReadSymbols() => Calls.Add("symbols");

    internal static void* Allocate(uint size)
    {
        if (size > Available)
        {
            return null;
        }

        void* memory = NativeMemory.Alloc(size + 16);

        // What malloc returns holds anything.
        NativeMemory.Fill(memory, size, 0xA5);
        _allocated.Add((nint)memory);
        return memory;
    }

    internal static void* Reallocate(void* memory, uint size)
    {
        void* larger = Allocate(size);
        if (larger != null)
        {
            NativeMemory.Copy(memory, larger, size);
            Free(memory);
        }

        return larger;
    }

    internal static void Free(void* memory)
    {
        if (memory == null)
        {
            return;
        }

        if (!_allocated.Remove((nint)memory))
        {
            throw new InvalidOperationException("freed twice, or never allocated");
        }

        NativeMemory.Free(memory);
    }

    internal static int Flush(void* stream)
    {
        Calls.Add("flush");
        return 0;
    }

    internal static int SystemCallResult(int result)
    {
        if (result >= 0)
        {
            return result;
        }

        Errno = -result;
        return -1;
    }

    /// <summary>The time zone data that the module has.</summary>
    internal static byte[] ZoneRecords { get; set; } = [];

    internal static byte* GetVariable(byte* name) => null;

    internal static MajorBlock*** MajorBlocks() => null;

    internal static uint MajorBlockSizes() => 0;

    internal static int Sweep(MajorBlock* block) => 0;

    /// <summary>The resource that any assembly has.</summary>
    internal static byte* Resource { get; set; }

    /// <summary>Its size.</summary>
    internal static uint ResourceSize { get; set; }

    internal static byte* GetManifestResource(void* assembly, void* name, uint* size, void* module)
    {
        *size = ResourceSize;
        return Resource;
    }

    internal static uint ZoneDataSize() => (uint)ZoneRecords.Length;

    internal static uint ZoneDataCompressedSize() => (uint)CompressedZones().Length;

    internal static void CopyZoneData(byte* target) => CompressedZones().CopyTo(new Span<byte>(target, (int)ZoneDataCompressedSize()));

    private static byte[] CompressedZones()
    {
        using MemoryStream compressed = new();
        using (DeflateStream deflate = new(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(ZoneRecords);
        }

        return compressed.ToArray();
    }

    internal static int LoadIcuData(void* data)
    {
        Calls.Add("icu");
        return *(byte*)data == 'I' ? 1 : 0;
    }

    internal static void LoadRuntime(int debugLevel, int propertyCount, byte** keys, byte** values)
    {
        Calls.Add("runtime");
        for (int i = 0; i < propertyCount; i++)
        {
            StartProperties.Add(Marshal.PtrToStringUTF8((nint)keys[i])!, Marshal.PtrToStringUTF8((nint)values[i])!);
        }
    }

    internal static void SetMainArguments(int count, byte** arguments) => Calls.Add($"arguments {count}");

    internal static void* LoadAssembly(byte* name) => (void*)1;

    internal static void* FindClass(void* assembly, byte* @namespace, byte* name)
    {
        Calls.Add($"class {Marshal.PtrToStringUTF8((nint)@namespace)}.{Marshal.PtrToStringUTF8((nint)name)}");
        return _boot;
    }

    /// <summary>The interpreter's stack, of 1 MiB, of which half is in use.</summary>
    internal static byte* InterpreterStack { get; private set; }

    /// <summary>The C library's heap.</summary>
    internal static FakeHeap Heap { get; set; } = null!;

    // Above everything: the tests' own stack is not to be cleared.
    internal static byte* StackEnd() => (byte*)nuint.MaxValue;

    internal static HeapState* HeapState() => Heap.State;

    internal static void** IcuLocale() => _icuLocale;

    internal static void* EnterManaged(void** stack) => null;

    internal static void LeaveManaged(void* cookie, void** stack)
    {
    }

    internal static InterpreterContext* InterpreterContext() => _context;

    internal static void ClearNursery() => Calls.Add("nursery");

    internal static int ForgetLocales()
    {
        Calls.Add("locales");
        return 1;
    }

    internal static int ForgetPlatform()
    {
        Calls.Add("platform");
        return 1;
    }

    internal static void* FindMethod(void* type, byte* name, int parameters)
    {
        Methods.Add(Marshal.PtrToStringUTF8((nint)name)!);
        return NewMethod(_boot, RuntimeMethod.TokenTable << 24 | (uint)Methods.Count);
    }

    internal static void Invoke(void* method, void* argument)
    {
        string name = Methods[(int)(((RuntimeMethod*)method)->Token & 0xFFFFFF) - 1];
        Calls.Add(name);
        BootArguments* arguments = (BootArguments*)argument;
        if (arguments->Entry == null)
        {
            throw new ExitException(42);
        }

        Entry = Marshal.PtrToStringUTF8((nint)arguments->Entry);
        BaseDirectory = Marshal.PtrToStringUTF8((nint)arguments->BaseDirectory);
        ManagedArguments.Clear();
        for (int i = 0; i < arguments->Count; i++)
        {
            ManagedArguments.Add(Marshal.PtrToStringUTF8((nint)arguments->Strings[i])!);
        }

        if (name == "RunSnapshot" && ++_runs == 1)
        {
            Prepare?.Invoke();
        }
    }

    internal static void RunBackgroundWork() => Calls.Add("background");
}
