extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;
using Helpers = SystemSecurityCryptography::Internal.Cryptography.Helpers;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>What holds for the keys of every block cipher.</summary>
[AddTo(Bcl.Cryptography)]
internal static class SymmetricKeys
{
    /// <summary>Makes sure that <paramref name="algorithm"/> allows a key of this length.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    public static void Require(byte[] rgbKey, SymmetricAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(rgbKey);
        if (!IsLegal(rgbKey, algorithm.LegalKeySizes))
        {
            throw new ArgumentException(SR.Cryptography_InvalidKeySize, nameof(rgbKey));
        }
    }

    /// <summary>What turns a text of any length into its cipher, or back, with the settings of <paramref name="algorithm"/>.</summary>
    /// <exception cref="ArgumentException">The length of the key or of the initialization vector is wrong.</exception>
    /// <exception cref="CryptographicException">The mode, or its feedback size, is not available.</exception>
    public static BlockTransform Transform(
        SymmetricAlgorithm algorithm, IBlockCipher engine, byte[] rgbKey, byte[]? rgbIV, Action<int> validateFeedbackSize, bool encrypting)
    {
        Require(rgbKey, algorithm);
        if (rgbIV is not null && rgbIV.Length * 8L != algorithm.BlockSize)
        {
            throw new ArgumentException(SR.Cryptography_InvalidIVSize, nameof(rgbIV));
        }

        if (algorithm.Mode == CipherMode.CFB)
        {
            validateFeedbackSize(algorithm.FeedbackSize);
        }

        var cipher = new BlockModeCipher(
            engine, algorithm.Mode, new KeyParameter(rgbKey), rgbIV?.AsSpan().ToArray(),
            Helpers.GetPaddingSize(algorithm, algorithm.Mode, algorithm.FeedbackSize), algorithm.FeedbackSize / 8, encrypting);
        return new BlockTransform(cipher, algorithm.Padding, encrypting);
    }

    private static bool IsLegal(byte[] key, KeySizes[] sizes)
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
