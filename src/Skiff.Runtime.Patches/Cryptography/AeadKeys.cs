extern alias SystemSecurityCryptography;
using System.Runtime.CompilerServices;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>
/// The keys of authenticated ciphers, beside the objects they belong to: the browser's types have no field for them.
/// </summary>
[AddTo(Bcl.Cryptography)]
internal static class AeadKeys
{
    private static readonly ConditionalWeakTable<object, KeyParameter> s_keys = new();

    public static void Import(object owner, ReadOnlySpan<byte> key) => s_keys.AddOrUpdate(owner, new KeyParameter(key));

    public static void Remove(object owner) => s_keys.Remove(owner);

    public static void Encrypt(object owner, IAeadCipher cipher, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plaintext, Span<byte> ciphertext, Span<byte> tag, ReadOnlySpan<byte> associatedData)
    {
        cipher.Init(true, new AeadParameters(Key(owner), tag.Length * 8, nonce.ToArray(), associatedData.ToArray()));
        var output = new byte[plaintext.Length + tag.Length];
        var written = cipher.ProcessBytes(plaintext, output);
        cipher.DoFinal(output.AsSpan(written));
        output.AsSpan(0, ciphertext.Length).CopyTo(ciphertext);
        output.AsSpan(ciphertext.Length).CopyTo(tag);
    }

    /// <exception cref="AuthenticationTagMismatchException">The tag is not that of the ciphertext; the plaintext is cleared.</exception>
    public static void Decrypt(object owner, IAeadCipher cipher, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> tag, Span<byte> plaintext, ReadOnlySpan<byte> associatedData)
    {
        cipher.Init(false, new AeadParameters(Key(owner), tag.Length * 8, nonce.ToArray(), associatedData.ToArray()));
        var input = new byte[ciphertext.Length + tag.Length];
        ciphertext.CopyTo(input);
        tag.CopyTo(input.AsSpan(ciphertext.Length));

        // Some ciphers give out what they have before they know the tag is right.
        var output = new byte[input.Length];
        try
        {
            var written = cipher.ProcessBytes(input, output);
            cipher.DoFinal(output.AsSpan(written));
        }
        catch (InvalidCipherTextException)
        {
            CryptographicOperations.ZeroMemory(output);
            CryptographicOperations.ZeroMemory(plaintext);
            throw new AuthenticationTagMismatchException();
        }

        output.AsSpan(0, plaintext.Length).CopyTo(plaintext);
        CryptographicOperations.ZeroMemory(output);
    }

    private static KeyParameter Key(object owner) =>
        s_keys.TryGetValue(owner, out KeyParameter? key) ? key : throw new ObjectDisposedException(owner.GetType().FullName);
}
