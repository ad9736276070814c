using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Cache;

/// <summary>
/// What this processor has of what the engine makes use of. It is asked directly: .NET's own <c>IsSupported</c> tells, in code
/// that was compiled ahead of time, what that code was compiled for.
/// </summary>
/// <remarks>The engine looks at the same when it loads code, so that what is missing here costs a worse message only.</remarks>
internal static class ProcessorFeatures
{
    // CPUID leaf 1, ECX; the rest needs a system that saves the wide registers.
    private static readonly (int Bit, string Name)[] s_basic = [(9, "ssse3"), (19, "sse4.1"), (20, "sse4.2"), (23, "popcnt")];
    private static readonly (int Bit, string Name)[] s_wide = [(28, "avx"), (12, "fma")];

    // CPUID leaf 7, EBX.
    private static readonly (int Bit, string Name)[] s_extended = [(3, "bmi1"), (8, "bmi2")];
    private static readonly (int Bit, string Name)[] s_extendedWide = [(5, "avx2"), (16, "avx512f"), (17, "avx512dq")];

    private const int WideRegistersSaved = 27;
    private const int Avx512Vbmi = 1; // leaf 7, ECX
    private const int CountLeadingZeros = 5; // leaf 0x80000001, ECX

    // AT_HWCAP of Linux on 64-bit Arm.
    private static readonly (int Bit, string Name)[] s_arm = [(8, "lse"), (9, "fp16"), (30, "paca")];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Present { get; } =
        X86Base.IsSupported ? [.. OfX86()]
        : OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? [.. Named((int)Libc.GetHardwareCapabilities(), s_arm)]
        : [];

    private static IEnumerable<string> OfX86()
    {
        (int lastLeaf, _, _, _) = X86Base.CpuId(0, 0);
        (_, _, int basic, _) = X86Base.CpuId(1, 0);
        (_, int extended, int more, _) = lastLeaf >= 7 ? X86Base.CpuId(7, 0) : default;
        (int lastOther, _, _, _) = X86Base.CpuId(unchecked((int)0x80000000), 0);
        (_, _, int other, _) = (uint)lastOther >= 0x80000001 ? X86Base.CpuId(unchecked((int)0x80000001), 0) : default;
        IEnumerable<string> names = [.. Named(basic, s_basic), .. Named(extended, s_extended), .. Named(other, [(CountLeadingZeros, "lzcnt")])];
        return Has(basic, WideRegistersSaved)
            ? [.. names, .. Named(basic, s_wide), .. Named(extended, s_extendedWide), .. Named(more, [(Avx512Vbmi, "avx512vbmi")])]
            : names;
    }

    private static IEnumerable<string> Named(int word, (int Bit, string Name)[] bits) => bits.Where(bit => Has(word, bit.Bit)).Select(bit => bit.Name);

    private static bool Has(int word, int bit) => (word >> bit & 1) != 0;
}
