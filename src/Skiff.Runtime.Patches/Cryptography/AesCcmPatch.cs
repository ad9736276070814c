extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>AES in counter mode with CBC-MAC (NIST SP 800-38C).</summary>
[Patch(Bcl.Cryptography, "System.Security.Cryptography.AesCcm")]
internal static class AesCcmPatch
{
    public static bool get_IsSupported() => true;

    public static void ThrowIfNotSupported()
    {
    }

    public static void ImportKey(AesCcm self, ReadOnlySpan<byte> key) => AeadKeys.Import(self, key);

    public static void EncryptCore(AesCcm self, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext, Span<byte> tag, ReadOnlySpan<byte> associatedData) =>
        AeadKeys.Encrypt(self, new CcmBlockCipher(AesUtilities.CreateEngine()), nonce, plaintext, ciphertext, tag, associatedData);

    public static void DecryptCore(AesCcm self, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, Span<byte> plaintext, ReadOnlySpan<byte> associatedData) =>
        AeadKeys.Decrypt(self, new CcmBlockCipher(AesUtilities.CreateEngine()), nonce, ciphertext, tag, plaintext, associatedData);

    public static void Dispose(AesCcm self) => AeadKeys.Remove(self);
}
