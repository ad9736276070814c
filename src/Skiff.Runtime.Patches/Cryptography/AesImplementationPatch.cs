extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;
using Helpers = SystemSecurityCryptography::Internal.Cryptography.Helpers;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>AES (FIPS 197).</summary>
[Patch(Bcl.Cryptography, "System.Security.Cryptography.AesImplementation")]
internal static class AesImplementationPatch
{
    public static ICryptoTransform CreateEncryptor(AesImplementation self) => Transform(self, self.Key, self.IV, encrypting: true);

    public static ICryptoTransform CreateEncryptor(AesImplementation self, byte[] rgbKey, byte[]? rgbIV) => Transform(self, rgbKey, rgbIV, encrypting: true);

    public static ICryptoTransform CreateDecryptor(AesImplementation self) => Transform(self, self.Key, self.IV, encrypting: false);

    public static ICryptoTransform CreateDecryptor(AesImplementation self, byte[] rgbKey, byte[]? rgbIV) => Transform(self, rgbKey, rgbIV, encrypting: false);

    public static ILiteSymmetricCipher CreateLiteCipher(CipherMode cipherMode, ReadOnlySpan<byte> key, ReadOnlySpan<byte> iv, int blockSize, int paddingSize, int feedback, bool encrypting) =>
        new BlockModeCipher(AesUtilities.CreateEngine(), cipherMode, new KeyParameter(key), iv.ToArray(), paddingSize, feedback, encrypting);

    private static BlockTransform Transform(AesImplementation self, byte[] rgbKey, byte[]? rgbIV, bool encrypting)
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
            AesImplementation.ValidateCFBFeedbackSize(self.FeedbackSize);
        }

        var cipher = new BlockModeCipher(
            AesUtilities.CreateEngine(), self.Mode, new KeyParameter(rgbKey), rgbIV?.AsSpan().ToArray(),
            Helpers.GetPaddingSize(self, self.Mode, self.FeedbackSize), self.FeedbackSize / 8, encrypting);
        return new BlockTransform(cipher, self.Padding, encrypting);
    }
}
