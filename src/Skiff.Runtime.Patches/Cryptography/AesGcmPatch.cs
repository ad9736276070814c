extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>AES in Galois/counter mode (NIST SP 800-38D).</summary>
[Patch(Bcl.Cryptography, "System.Security.Cryptography.AesGcm")]
internal static class AesGcmPatch
{
    public static bool get_IsSupported() => true;

    public static void ThrowIfNotSupported()
    {
    }

    public static void ImportKey(AesGcm self, ReadOnlySpan<byte> key) => AeadKeys.Import(self, key);

    public static void EncryptCore(AesGcm self, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext, Span<byte> tag, ReadOnlySpan<byte> associatedData) =>
        AeadKeys.Encrypt(self, new GcmBlockCipher(AesUtilities.CreateEngine()), nonce, plaintext, ciphertext, tag, associatedData);

    public static void DecryptCore(AesGcm self, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, Span<byte> plaintext, ReadOnlySpan<byte> associatedData) =>
        AeadKeys.Decrypt(self, new GcmBlockCipher(AesUtilities.CreateEngine()), nonce, ciphertext, tag, plaintext, associatedData);

    public static void Dispose(AesGcm self) => AeadKeys.Remove(self);
}
