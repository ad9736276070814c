#pragma warning disable SYSLIB0021, SYSLIB0022, SYSLIB0045 // Old names are what some programs use.
using System.Security.Cryptography;

namespace Skiff.Fidelity.Cryptography;

public static class Padding
{
    private static readonly byte[] s_key = [.. Enumerable.Range(7, 32).Select(i => (byte)(i * 5))];
    private static readonly byte[] s_iv = [.. Enumerable.Range(1, 16).Select(i => (byte)(i * 9))];

    // Every mode, padding and length around a block, by transforms; what ISO 10126 makes is random.
    [Program]
    public static void Transforms()
    {
        SymmetricAlgorithm[] algorithms = [Aes.Create(), TripleDES.Create(), DES.Create()];
        int[] keys = [32, 24, 8];
        for (int a = 0; a < algorithms.Length; a++)
        {
            using SymmetricAlgorithm algorithm = algorithms[a];
            algorithm.Key = s_key[..keys[a]];
            algorithm.IV = s_iv[..(algorithm.BlockSize / 8)];
            foreach (CipherMode mode in new[] { CipherMode.CBC, CipherMode.ECB, CipherMode.CFB })
            {
                algorithm.Mode = mode;
                foreach (int feedback in mode == CipherMode.CFB && a < 2 ? new[] { 8, algorithm.BlockSize } : new[] { 8 })
                {
                    algorithm.FeedbackSize = feedback;
                    foreach (PaddingMode padding in Enum.GetValues<PaddingMode>())
                    {
                        algorithm.Padding = padding;
                        foreach (int length in new[] { 0, 1, 15, 16, 17, 40, 64 })
                        {
                            Attempt.Show($"{a} {mode} {feedback} {padding} {length}", () => RoundTrip(algorithm, length));
                        }
                    }
                }
            }
        }
    }

    private static string RoundTrip(SymmetricAlgorithm algorithm, int length)
    {
        byte[] plain = [.. Enumerable.Range(0, length).Select(i => (byte)(i * 3 + 1))];
        using ICryptoTransform encryptor = algorithm.CreateEncryptor(), decryptor = algorithm.CreateDecryptor();
        byte[] cipher = encryptor.TransformFinalBlock(plain, 0, plain.Length);
        byte[] back = decryptor.TransformFinalBlock(cipher, 0, cipher.Length);
        byte[] again = encryptor.TransformFinalBlock(plain, 0, plain.Length);
        string shown = algorithm.Padding == PaddingMode.ISO10126 ? cipher.Length.ToString(CultureInfo.InvariantCulture) : Convert.ToHexString(cipher);
        return $"{shown} {back.AsSpan(0, length).SequenceEqual(plain)} {back.Length} {again.Length == cipher.Length} {encryptor.InputBlockSize} {encryptor.OutputBlockSize} {encryptor.CanReuseTransform} {encryptor.CanTransformMultipleBlocks}";
    }

    [Program]
    public static void Blocks()
    {
        using Aes aes = Aes.Create();
        aes.Key = s_key;
        aes.IV = s_iv;
        byte[] plain = new byte[64], output = new byte[128];
        using ICryptoTransform encryptor = aes.CreateEncryptor();
        WriteLine(encryptor.TransformBlock(plain, 0, 32, output, 0));
        WriteLine(encryptor.TransformBlock(plain, 32, 16, output, 32));
        byte[] last = encryptor.TransformFinalBlock(plain, 48, 3);
        WriteLine($"{Convert.ToHexString(output)} {Convert.ToHexString(last)}");
        byte[] cipher = [.. output[..48], .. last];
        using ICryptoTransform decryptor = aes.CreateDecryptor();
        WriteLine(decryptor.TransformBlock(cipher, 0, 16, output, 0));
        WriteLine(decryptor.TransformBlock(cipher, 16, 48, output, 0));
        WriteLine(decryptor.TransformFinalBlock([], 0, 0).Length);
        Attempt.Do("partial block", () => encryptor.TransformBlock(plain, 0, 5, output, 0));
        Attempt.Do("nothing", () => encryptor.TransformBlock(plain, 0, 0, output, 0));
        Attempt.Do("beyond the input", () => encryptor.TransformBlock(plain, 60, 16, output, 0));
        Attempt.Do("beyond the output", () => encryptor.TransformBlock(plain, 0, 64, output, 100));
        Attempt.Do("wrong padding", () => decryptor.TransformFinalBlock(new byte[16], 0, 16));
        Attempt.Do("key size", () => aes.CreateEncryptor(new byte[3], s_iv));
        Attempt.Do("IV size", () => aes.CreateEncryptor(s_key, new byte[3]));
        Attempt.Do("no IV", () => aes.CreateEncryptor(s_key, null));
        Attempt.Do("no key", () => aes.CreateEncryptor(null!, s_iv));
        aes.Mode = CipherMode.CFB;
        aes.FeedbackSize = 64;
        Attempt.Do("feedback size", () => aes.CreateEncryptor());
    }

    [Program]
    public static void InPlaceAndSpans()
    {
        using Aes aes = Aes.Create();
        aes.Key = s_key;
        byte[] buffer = new byte[256];
        for (int i = 0; i < 160; i++)
        {
            buffer[i] = (byte)i;
        }

        WriteLine(aes.EncryptCbc(buffer.AsSpan(0, 160), s_iv, buffer, PaddingMode.PKCS7));
        WriteLine(Convert.ToHexString(SHA256.HashData(buffer)));
        WriteLine(aes.DecryptCbc(buffer.AsSpan(0, 176), s_iv, buffer, PaddingMode.PKCS7));
        WriteLine(Convert.ToHexString(buffer, 0, 160));
        WriteLine(aes.EncryptCbc(buffer.AsSpan(0, 100), s_iv, buffer.AsSpan(5), PaddingMode.PKCS7));
        WriteLine(aes.DecryptCbc(buffer.AsSpan(5, 112), s_iv, buffer, PaddingMode.PKCS7));
        WriteLine(Convert.ToHexString(buffer, 0, 100));
        WriteLine(aes.TryEncryptEcb(new byte[20], new byte[31], PaddingMode.PKCS7, out int written) + " " + written);
        WriteLine($"{aes.GetCiphertextLengthCbc(17)} {aes.GetCiphertextLengthEcb(16, PaddingMode.None)} {aes.GetCiphertextLengthCfb(17, PaddingMode.None, 8)}");
        Attempt.Do("too short", () => aes.EncryptCbc(new byte[20], s_iv, new byte[8], PaddingMode.PKCS7));
        Attempt.Do("short IV", () => aes.EncryptCbc(new byte[20], new byte[8]));
    }

    [Program]
    public static void OldNames()
    {
        using AesManaged managed = new() { Key = s_key, IV = s_iv };
        WriteLine(Convert.ToHexString(managed.CreateEncryptor().TransformFinalBlock("old"u8.ToArray(), 0, 3)));
        using RijndaelManaged rijndael = new() { Key = s_key, IV = s_iv };
        WriteLine(Convert.ToHexString(rijndael.CreateEncryptor().TransformFinalBlock("older"u8.ToArray(), 0, 5)));
        using MD5CryptoServiceProvider md5 = new();
        WriteLine(Convert.ToHexString(md5.ComputeHash("old"u8.ToArray())));
        Attempt.Show("2-key 3DES", () =>
        {
            using TripleDES two = TripleDES.Create();
            return Convert.ToHexString(two.CreateEncryptor(s_key[..16], s_iv[..8]).TransformFinalBlock(new byte[8], 0, 8));
        });
    }

    [Program]
    public static void Tampering()
    {
        byte[] nonce = s_iv[..12], cipher = new byte[8], tag = new byte[16], plain = [1, 1, 1, 1, 1, 1, 1, 1];
        AesGcm gcm = new(s_key, 12);
        Attempt.Do("tag size", () => gcm.Encrypt(nonce, plain, cipher, tag));
        gcm.Encrypt(nonce, plain, cipher, tag.AsSpan(0, 12), [1, 2, 3]);
        WriteLine($"{Convert.ToHexString(cipher)} {Convert.ToHexString(tag, 0, 12)} {gcm.TagSizeInBytes}");
        Attempt.Do("other data", () => gcm.Decrypt(nonce, cipher, tag.AsSpan(0, 12), plain, [1, 2]));
        WriteLine(Convert.ToHexString(plain));
        Attempt.Do("nonce", () => gcm.Encrypt(new byte[11], plain, cipher, tag.AsSpan(0, 12)));
        Attempt.Do("lengths", () => gcm.Encrypt(nonce, new byte[3], cipher, tag.AsSpan(0, 12)));
        gcm.Dispose();
        Attempt.Do("key", () => new AesGcm(new byte[5], 16));
        using AesCcm ccm = new(s_key[..16]);
        ccm.Encrypt(s_iv[..7], plain, cipher, tag.AsSpan(0, 4), []);
        WriteLine($"{Convert.ToHexString(cipher)} {Convert.ToHexString(tag, 0, 4)}");
        Attempt.Do("CCM", () => ccm.Decrypt(s_iv[..7], cipher, new byte[4], plain));
        using ChaCha20Poly1305 chacha = new(s_key);
        chacha.Encrypt(nonce, [], [], tag, "only data"u8);
        WriteLine(Convert.ToHexString(tag));
        Attempt.Do("ChaCha", () => chacha.Decrypt(nonce, [], new byte[16], [], "only data"u8));
    }
}
