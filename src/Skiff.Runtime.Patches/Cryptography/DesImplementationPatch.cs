extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;
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
        SymmetricKeys.Require(rgbKey, self);
        if (DES.IsWeakKey(rgbKey))
        {
            throw new CryptographicException(SR.Cryptography_InvalidKey_Weak, "DES");
        }

        if (DES.IsSemiWeakKey(rgbKey))
        {
            throw new CryptographicException(SR.Cryptography_InvalidKey_SemiWeak, "DES");
        }

        return SymmetricKeys.Transform(self, new DesEngine(), rgbKey, rgbIV, DesImplementation.ValidateCFBFeedbackSize, encrypting);
    }
}
