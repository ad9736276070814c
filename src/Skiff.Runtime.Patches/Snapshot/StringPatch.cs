using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Skiff.Runtime;

/// <summary>Hash codes are those of <see cref="StringHashes"/>.</summary>
[Patch(Bcl.CoreLib, "System.String")]
internal static class StringPatch
{
    public static int GetHashCode(string self) => StringHashes.IsPlain
        ? Marvin.ComputeHash32(ref Unsafe.As<char, byte>(ref self._firstChar), (uint)self._stringLength * sizeof(char), StringHashes.Low, StringHashes.High)
        : StringHashes.Compute(ref Unsafe.As<char, byte>(ref self._firstChar), (uint)self._stringLength * sizeof(char));

    public static int GetHashCode(ReadOnlySpan<char> value) => StringHashes.IsPlain
        ? Marvin.ComputeHash32(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(value)), (uint)value.Length * sizeof(char), StringHashes.Low, StringHashes.High)
        : StringHashes.Compute(ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(value)), (uint)value.Length * sizeof(char));

    public static int GetHashCodeOrdinalIgnoreCase(string self) => StringHashes.IsPlain
        ? Marvin.ComputeHash32OrdinalIgnoreCase(ref self._firstChar, self._stringLength, StringHashes.Low, StringHashes.High)
        : StringHashes.ComputeIgnoringCase(ref self._firstChar, self._stringLength);

    public static int GetHashCodeOrdinalIgnoreCase(ReadOnlySpan<char> value) => StringHashes.IsPlain
        ? Marvin.ComputeHash32OrdinalIgnoreCase(ref MemoryMarshal.GetReference(value), value.Length, StringHashes.Low, StringHashes.High)
        : StringHashes.ComputeIgnoringCase(ref MemoryMarshal.GetReference(value), value.Length);
}
