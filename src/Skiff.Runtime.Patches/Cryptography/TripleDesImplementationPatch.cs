extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;
using Helpers = SystemSecurityCryptography::Internal.Cryptography.Helpers;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>Triple DES (NIST SP 800-67).</summary>
[Patch(Bcl.Cryptography, "System.Security.Cryptography.TripleDesImplementation")]
internal static class TripleDesImplementationPatch
{
    public static ICryptoTransform CreateEncryptor(TripleDesImplementation self) => Transform(self, self.Key, self.IV, encrypting: true);

    public static ICryptoTransform CreateEncryptor(TripleDesImplementation self, byte[] rgbKey, byte[]? rgbIV) => Transform(self, rgbKey, rgbIV, encrypting: true);

    public static ICryptoTransform CreateDecryptor(TripleDesImplementation self) => Transform(self, self.Key, self.IV, encrypting: false);

    public static ICryptoTransform CreateDecryptor(TripleDesImplementation self, byte[] rgbKey, byte[]? rgbIV) => Transform(self, rgbKey, rgbIV, encrypting: false);

    public static ILiteSymmetricCipher CreateLiteCipher(CipherMode cipherMode, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, int blockSize, int paddingSize, int feedbackSize, bool encrypting) =>
        new BlockModeCipher(new DesEdeEngine(), cipherMode, new KeyParameter(key), iv.ToArray(), paddingSize, feedbackSize, encrypting);

    private static BlockTransform Transform(TripleDesImplementation self, byte[] rgbKey, byte[]? rgbIV, bool encrypting)
    {
        ArgumentNullException.ThrowIfNull(rgbKey);
        if (!SymmetricKeys.IsLegal(rgbKey, self.LegalKeySizes))
        {
            throw new ArgumentException(SR.Cryptography_InvalidKeySize, nameof(rgbKey));
        }

        if (rgbIV is not null && rgbIV.Length * 8L != self.BlockSize)
        {
            throw new ArgumentException(SR.Cryptography_InvalidIVSize, nameof(rgbIV));
        }

        if (self.Mode == CipherMode.CFB)
        {
            TripleDesImplementation.ValidateCFBFeedbackSize(self.FeedbackSize);
        }

        var cipher = new BlockModeCipher(
            new DesEdeEngine(), self.Mode, new KeyParameter(rgbKey), rgbIV?.AsSpan().ToArray(),
            Helpers.GetPaddingSize(self, self.Mode, self.FeedbackSize), self.FeedbackSize / 8, encrypting);
        return new BlockTransform(cipher, self.Padding, encrypting);
    }
}
