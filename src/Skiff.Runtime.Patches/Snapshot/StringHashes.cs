using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Runtime;

/// <summary>
/// Hash codes of strings, which depend on a random seed of the process. Texts that were hashed before a snapshot was
/// taken keep the hash codes that they had then, wherever those were stored; all others get one by a seed that every
/// process makes for itself. So equal texts have equal hash codes at any time, and what others feed a program does not
/// collide in ways that they could work out from its file.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static unsafe class StringHashes
{
    private const int SmallText = 128;

    /// <summary>Whether every hash code is by the seed that <see cref="Low"/> and <see cref="High"/> are the halves of.</summary>
    public static bool IsPlain;

    /// <summary>The lower half of the process's seed.</summary>
    public static uint Low;

    /// <summary>The upper half of the process's seed.</summary>
    public static uint High;

    private static bool s_hasSeed;
    private static KeptTexts? s_kept;

    /// <summary>The hash code of bytes, where <see cref="IsPlain"/> is false.</summary>
    public static int Compute(ref byte data, uint count)
    {
        if (Snapshot.HasStarted)
        {
            if (s_kept is not null && s_kept.Find(new ReadOnlySpan<byte>(ref data, (int)count), out int kept))
            {
                return kept;
            }

            MakeSeed();
            IsPlain = s_kept is null;
            return Marvin.ComputeHash32(ref data, count, Low, High);
        }

        s_kept ??= new KeptTexts();
        return s_kept.Add(new ReadOnlySpan<byte>(ref data, (int)count));
    }

    /// <summary>The hash code of text whatever its case, where <see cref="IsPlain"/> is false.</summary>
    public static int ComputeIgnoringCase(ref char data, int count)
    {
        if (Snapshot.HasStarted && s_kept is null)
        {
            MakeSeed();
            IsPlain = true;
            return Marvin.ComputeHash32OrdinalIgnoreCase(ref data, count, Low, High);
        }

        char[]? rented = null;
        Span<char> upper = count <= SmallText ? stackalloc char[SmallText] : (rented = ArrayPool<char>.Shared.Rent(count));
        int length = Ordinal.ToUpperOrdinal(new ReadOnlySpan<char>(ref data, count), upper);
        int hash = Compute(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(upper)), (uint)length * sizeof(char));
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return hash;
    }

    /// <summary>The program starts in the process that booted it, and goes on with the hash codes that there are.</summary>
    public static void StartHere()
    {
        if (s_kept is not null)
        {
            (Low, High) = (s_kept.Low, s_kept.High);
            s_hasSeed = true;
            s_kept = null;
        }
    }

    private static void MakeSeed()
    {
        if (!s_hasSeed)
        {
            uint* seed = stackalloc uint[2];
            Interop.GetRandomBytes((byte*)seed, 2 * sizeof(uint));
            (Low, High) = (seed[0], seed[1]);
            s_hasSeed = true;
        }
    }
}
