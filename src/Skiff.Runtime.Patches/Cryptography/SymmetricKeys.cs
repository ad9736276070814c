extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>What holds for the keys of every block cipher.</summary>
[AddTo(Bcl.Cryptography)]
internal static class SymmetricKeys
{
    /// <summary>Whether <paramref name="sizes"/>, in bits, allow a key of this length.</summary>
    public static bool IsLegal(byte[] key, KeySizes[] sizes)
    {
        var bits = key.Length * 8L;
        foreach (KeySizes size in sizes)
        {
            if (bits == size.MinSize || (size.SkipSize > 0 && bits >= size.MinSize && bits <= size.MaxSize && (bits - size.MinSize) % size.SkipSize == 0))
            {
                return true;
            }
        }

        return false;
    }
}
