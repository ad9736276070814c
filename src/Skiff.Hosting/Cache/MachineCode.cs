using System.Runtime.InteropServices;
using System.Text;
using Arm = System.Runtime.Intrinsics.Arm;
using X86 = System.Runtime.Intrinsics.X86;

namespace Skiff.Hosting.Cache;

/// <summary>What machine code depends on besides the module: engine, its options, processor.</summary>
internal static class MachineCode
{
    /// <summary>All of it as one line.</summary>
    public static string Identity(Engine engine) =>
        $"wasmtime {EngineVersion.Text}; {engine.Options.CodeIdentity}; {RuntimeInformation.OSArchitecture} {SystemName}; {Features()}";

    // Only what decides calling conventions and unwinding, not its version.
    private static string SystemName => OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux";

    // The engine uses what the processor has, so a home directory shared between machines needs an entry for each kind.
    private static string Features()
    {
        var features = new StringBuilder();
        void Has(bool supported, string name) => features.Append(supported ? name : "");
        Has(X86.Ssse3.IsSupported, "ssse3 ");
        Has(X86.Sse41.IsSupported, "sse4.1 ");
        Has(X86.Sse42.IsSupported, "sse4.2 ");
        Has(X86.Popcnt.IsSupported, "popcnt ");
        Has(X86.Avx.IsSupported, "avx ");
        Has(X86.Avx2.IsSupported, "avx2 ");
        Has(X86.Fma.IsSupported, "fma ");
        Has(X86.Bmi1.IsSupported, "bmi1 ");
        Has(X86.Bmi2.IsSupported, "bmi2 ");
        Has(X86.Lzcnt.IsSupported, "lzcnt ");
        Has(X86.Avx512F.IsSupported, "avx512f ");
        Has(X86.Avx512DQ.IsSupported, "avx512dq ");
        Has(X86.Avx512Vbmi.IsSupported, "avx512vbmi ");
        Has(Arm.Crc32.IsSupported, "crc32 ");
        Has(Arm.Dp.IsSupported, "dotprod ");
        Has(Arm.Rdm.IsSupported, "rdm ");
        return features.ToString().TrimEnd();
    }
}
