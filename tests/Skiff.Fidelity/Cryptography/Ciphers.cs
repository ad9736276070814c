using System.Security.Cryptography;

namespace Skiff.Fidelity.Cryptography;

public static class Ciphers
{
    private static readonly byte[] s_key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly byte[] s_iv = [.. Enumerable.Range(100, 16).Select(i => (byte)i)];
    private static readonly byte[] s_plain = Encoding.UTF8.GetBytes("Attack at dawn, or a little later if it rains.");

    [Program]
    public static void AesModes()
    {
        foreach (int size in new[] { 16, 24, 32 })
        {
            using Aes aes = Aes.Create();
            aes.Key = s_key[..size];
            byte[] cbc = aes.EncryptCbc(s_plain, s_iv);
            byte[] ecb = aes.EncryptEcb(s_plain, PaddingMode.PKCS7);
            byte[] cfb = aes.EncryptCfb(s_plain, s_iv, feedbackSizeInBits: 8);
            WriteLine($"{size * 8} CBC {Convert.ToHexString(cbc)}");
            WriteLine($"{size * 8} ECB {Convert.ToHexString(ecb)}");
            WriteLine($"{size * 8} CFB {Convert.ToHexString(cfb)}");
            WriteLine($"{Encoding.UTF8.GetString(aes.DecryptCbc(cbc, s_iv))} {aes.DecryptEcb(ecb, PaddingMode.PKCS7).Length} {aes.DecryptCfb(cfb, s_iv, feedbackSizeInBits: 8).Length}");
        }

        using Aes other = Aes.Create();
        WriteLine($"{other.KeySize} {other.BlockSize} {other.Mode} {other.Padding} {other.Key.Length} {other.IV.Length} {string.Join(',', other.LegalKeySizes.Select(k => $"{k.MinSize}-{k.MaxSize}/{k.SkipSize}"))}");
        foreach (PaddingMode padding in new[] { PaddingMode.PKCS7, PaddingMode.Zeros, PaddingMode.ANSIX923 })
        {
            other.Key = s_key;
            WriteLine($"{padding} {Convert.ToHexString(other.EncryptCbc(new byte[] { 1, 2, 3 }, s_iv, padding))}");
        }

        other.Key = s_key;
        Attempt.Do("bad padding", () => other.DecryptCbc(new byte[16], s_iv));
        Attempt.Do("partial block", () => other.DecryptCbc(new byte[15], s_iv));
        Attempt.Do("no padding", () => other.EncryptCbc(new byte[5], s_iv, PaddingMode.None));
        Attempt.Do("key size", () => other.Key = new byte[5]);
    }

    [Program]
    public static void CryptoStreams()
    {
        using Aes aes = Aes.Create();
        aes.Key = s_key;
        aes.IV = s_iv;
        using MemoryStream memory = new();
        using (CryptoStream encrypting = new(memory, aes.CreateEncryptor(), CryptoStreamMode.Write, leaveOpen: true))
        using (StreamWriter writer = new(encrypting))
        {
            for (int i = 0; i < 50; i++)
            {
                writer.WriteLine($"secret line {i}");
            }
        }

        WriteLine($"{memory.Length} {Convert.ToHexString(SHA256.HashData(memory.ToArray()))}");
        memory.Position = 0;
        using CryptoStream decrypting = new(memory, aes.CreateDecryptor(), CryptoStreamMode.Read);
        using StreamReader reader = new(decrypting);
        WriteLine(reader.ReadToEnd().Split('\n')[42]);
        using CryptoStream hashing = new(Stream.Null, SHA1.Create(), CryptoStreamMode.Write);
        hashing.Write(s_plain);
        using CryptoStream base64 = new(new MemoryStream("aGVsbG8="u8.ToArray()), new FromBase64Transform(), CryptoStreamMode.Read);
        using StreamReader text = new(base64);
        WriteLine(text.ReadToEnd());
    }

    [Program]
    public static void AuthenticatedAes()
    {
        WriteLine(AesGcm.IsSupported);
        Attempt.Show("GCM", () =>
        {
            using AesGcm gcm = new(s_key, 16);
            byte[] cipher = new byte[s_plain.Length], tag = new byte[16], back = new byte[s_plain.Length];
            gcm.Encrypt(s_iv.AsSpan(0, 12), s_plain, cipher, tag, "associated"u8);
            gcm.Decrypt(s_iv.AsSpan(0, 12), cipher, tag, back, "associated"u8);
            return $"{Convert.ToHexString(cipher)} {Convert.ToHexString(tag)} {back.AsSpan().SequenceEqual(s_plain)}";
        });
        Attempt.Do("GCM tampered", () =>
        {
            using AesGcm gcm = new(s_key, 16);
            gcm.Decrypt(s_iv.AsSpan(0, 12), new byte[4], new byte[16], new byte[4]);
        });
        Attempt.Show("CCM", () =>
        {
            using AesCcm ccm = new(s_key);
            byte[] cipher = new byte[s_plain.Length], tag = new byte[16];
            ccm.Encrypt(s_iv.AsSpan(0, 12), s_plain, cipher, tag);
            return $"{Convert.ToHexString(cipher)} {Convert.ToHexString(tag)}";
        });
    }

    [Program]
    public static void ChaCha()
    {
        WriteLine(ChaCha20Poly1305.IsSupported);
        Attempt.Show("ChaCha20-Poly1305", () =>
        {
            using ChaCha20Poly1305 chacha = new(s_key);
            byte[] cipher = new byte[s_plain.Length], tag = new byte[16];
            chacha.Encrypt(s_iv.AsSpan(0, 12), s_plain, cipher, tag);
            return $"{Convert.ToHexString(cipher)} {Convert.ToHexString(tag)}";
        });
    }

    [Program]
    public static void OldCiphers()
    {
        Attempt.Show("3DES", () =>
        {
            using TripleDES des = TripleDES.Create();
            des.Key = s_key[..24];
            return Convert.ToHexString(des.EncryptCbc(s_plain, s_iv[..8]));
        });
    }

    private const string RsaKey = """
        -----BEGIN PUBLIC KEY-----
        MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAKj34GkxFhD90vcNLYLInFEX6Ppy1tPf
        9Cnzj4p4WGeKLs1Pt8QuKUpRKfFLfRYC9AIKjbJTWit+CqvjWYzvQwECAwEAAQ==
        -----END PUBLIC KEY-----
        """;

    [Program]
    public static void PublicKeys()
    {
        Attempt.Show("RSA import", () =>
        {
            using RSA rsa = RSA.Create();
            rsa.ImportFromPem(RsaKey);
            return rsa.KeySize;
        });
        Attempt.Show("RSA sign and verify", () =>
        {
            using RSA rsa = RSA.Create(1024);
            return rsa.VerifyData(s_plain, rsa.SignData(s_plain, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        });
        Attempt.Show("RSA encrypt", () =>
        {
            using RSA rsa = RSA.Create(1024);
            return Encoding.UTF8.GetString(rsa.Decrypt(rsa.Encrypt("short"u8.ToArray(), RSAEncryptionPadding.OaepSHA256), RSAEncryptionPadding.OaepSHA256));
        });
        Attempt.Show("ECDSA", () =>
        {
            using ECDsa ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return ecdsa.VerifyData(s_plain, ecdsa.SignData(s_plain, HashAlgorithmName.SHA256), HashAlgorithmName.SHA256);
        });
        Attempt.Show("ECDH", () =>
        {
            using ECDiffieHellman a = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256), b = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
            return a.DeriveKeyMaterial(b.PublicKey).AsSpan().SequenceEqual(b.DeriveKeyMaterial(a.PublicKey));
        });
    }
}
