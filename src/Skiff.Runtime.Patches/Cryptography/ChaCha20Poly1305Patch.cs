extern alias SystemSecurityCryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>ChaCha20 with Poly1305 (RFC 8439).</summary>
[Patch(Bcl.Cryptography, "System.Security.Cryptography.ChaCha20Poly1305")]
internal static class ChaCha20Poly1305Patch
{
    public static bool get_IsSupported() => true;

    public static void ThrowIfNotSupported()
    {
    }

    public static void ImportKey(SystemSecurityCryptography::System.Security.Cryptography.ChaCha20Poly1305 self, ReadOnlySpan<byte> key) => AeadKeys.Import(self, key);

    public static void EncryptCore(SystemSecurityCryptography::System.Security.Cryptography.ChaCha20Poly1305 self, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext, Span<byte> tag, ReadOnlySpan<byte> associatedData) =>
        AeadKeys.Encrypt(self, new Org.BouncyCastle.Crypto.Modes.ChaCha20Poly1305(), nonce, plaintext, ciphertext, tag, associatedData);

    public static void DecryptCore(SystemSecurityCryptography::System.Security.Cryptography.ChaCha20Poly1305 self, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, Span<byte> plaintext, ReadOnlySpan<byte> associatedData) =>
        AeadKeys.Decrypt(self, new Org.BouncyCastle.Crypto.Modes.ChaCha20Poly1305(), nonce, ciphertext, tag, plaintext, associatedData);

    public static void Dispose(SystemSecurityCryptography::System.Security.Cryptography.ChaCha20Poly1305 self) => AeadKeys.Remove(self);
}
