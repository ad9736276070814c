extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;

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

    private static BlockTransform Transform(AesImplementation self, byte[] rgbKey, byte[]? rgbIV, bool encrypting) =>
        SymmetricKeys.Transform(self, AesUtilities.CreateEngine(), rgbKey, rgbIV, AesImplementation.ValidateCFBFeedbackSize, encrypting);
}
