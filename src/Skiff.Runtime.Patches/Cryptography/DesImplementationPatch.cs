extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;
using Helpers = SystemSecurityCryptography::Internal.Cryptography.Helpers;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>DES (FIPS 46-3), for old data.</summary>
[Patch(Bcl.Cryptography, "System.Security.Cryptography.DesImplementation")]
internal static class DesImplementationPatch
{
    public static ICryptoTransform CreateEncryptor(DesImplementation self) => Transform(self, self.Key, self.IV, encrypting: true);

    public static ICryptoTransform CreateEncryptor(DesImplementation self, byte[] rgbKey, byte[]? rgbIV) => Transform(self, rgbKey, rgbIV, encrypting: true);

    public static ICryptoTransform CreateDecryptor(DesImplementation self) => Transform(self, self.Key, self.IV, encrypting: false);

    public static ICryptoTransform CreateDecryptor(DesImplementation self, byte[] rgbKey, byte[]? rgbIV) => Transform(self, rgbKey, rgbIV, encrypting: false);

    public static ILiteSymmetricCipher CreateLiteCipher(CipherMode cipherMode, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, int blockSize, int feedbackSizeInBytes, int paddingSize, bool encrypting) =>
        new BlockModeCipher(new DesEngine(), cipherMode, new KeyParameter(key), iv.ToArray(), paddingSize, feedbackSizeInBytes, encrypting);

    private static BlockTransform Transform(DesImplementation self, byte[] rgbKey, byte[]? rgbIV, bool encrypting)
    {
        ArgumentNullException.ThrowIfNull(rgbKey);
        if (!SymmetricKeys.IsLegal(rgbKey, self.LegalKeySizes))
        {
            throw new ArgumentException(SR.Cryptography_InvalidKeySize, nameof(rgbKey));
        }

        if (DES.IsWeakKey(rgbKey))
        {
            throw new CryptographicException(SR.Cryptography_InvalidKey_Weak, "DES");
        }

        if (DES.IsSemiWeakKey(rgbKey))
        {
            throw new CryptographicException(SR.Cryptography_InvalidKey_SemiWeak, "DES");
        }

        if (rgbIV is not null && rgbIV.Length * 8L != self.BlockSize)
        {
            throw new ArgumentException(SR.Cryptography_InvalidIVSize, nameof(rgbIV));
        }

        if (self.Mode == CipherMode.CFB)
        {
            DesImplementation.ValidateCFBFeedbackSize(self.FeedbackSize);
        }

        var cipher = new BlockModeCipher(
            new DesEngine(), self.Mode, new KeyParameter(rgbKey), rgbIV?.AsSpan().ToArray(),
            Helpers.GetPaddingSize(self, self.Mode, self.FeedbackSize), self.FeedbackSize / 8, encrypting);
        return new BlockTransform(cipher, self.Padding, encrypting);
    }
}
