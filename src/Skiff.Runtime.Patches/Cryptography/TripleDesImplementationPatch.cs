extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;

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

    private static BlockTransform Transform(TripleDesImplementation self, byte[] rgbKey, byte[]? rgbIV, bool encrypting) =>
        SymmetricKeys.Transform(self, new DesEdeEngine(), rgbKey, rgbIV, TripleDesImplementation.ValidateCFBFeedbackSize, encrypting);
}
