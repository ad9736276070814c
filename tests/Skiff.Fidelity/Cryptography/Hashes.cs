using System.Security.Cryptography;

namespace Skiff.Fidelity.Cryptography;

public static class Hashes
{
    private static readonly byte[] s_data = Encoding.UTF8.GetBytes("The quick brown fox jumps over the lazy dog");
    private static readonly byte[] s_key = "a secret key"u8.ToArray();

    [Program]
    public static void Digests()
    {
        WriteLine(Convert.ToHexString(MD5.HashData(s_data)));
        WriteLine(Convert.ToHexString(SHA1.HashData(s_data)));
        WriteLine(Convert.ToHexString(SHA256.HashData(s_data)));
        WriteLine(Convert.ToHexString(SHA384.HashData(s_data)));
        WriteLine(Convert.ToHexString(SHA512.HashData(s_data)));
        WriteLine(Convert.ToHexString(SHA256.HashData([])));
        using SHA256 sha = SHA256.Create();
        sha.TransformBlock(s_data, 0, 10, null, 0);
        sha.TransformFinalBlock(s_data, 10, s_data.Length - 10);
        WriteLine(Convert.ToHexString(sha.Hash!));
        using IncrementalHash incremental = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        for (int i = 0; i < 1000; i++)
        {
            incremental.AppendData(s_data);
        }

        WriteLine(Convert.ToHexString(incremental.GetHashAndReset()));
        WriteLine(Convert.ToHexString(SHA1.HashData(new MemoryStream(new byte[100000]))));
        WriteLine(CryptographicOperations.FixedTimeEquals(s_data, [.. s_data]));
        WriteLine(Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.SHA256, s_key)));
    }

    [Program]
    public static void Sha3()
    {
        WriteLine(SHA3_256.IsSupported);
        Attempt.Show("SHA3-256", () => Convert.ToHexString(SHA3_256.HashData(s_data)));
        Attempt.Show("SHAKE128", () => Convert.ToHexString(Shake128.HashData(s_data, 20)));
    }

    [Program]
    public static async Task Keyed()
    {
        WriteLine(Convert.ToHexString(HMACMD5.HashData(s_key, s_data)));
        WriteLine(Convert.ToHexString(HMACSHA1.HashData(s_key, s_data)));
        WriteLine(Convert.ToHexString(HMACSHA256.HashData(s_key, s_data)));
        WriteLine(Convert.ToHexString(HMACSHA384.HashData(s_key, s_data)));
        WriteLine(Convert.ToHexString(HMACSHA512.HashData(s_key, s_data)));
        using HMACSHA256 hmac = new(new byte[100]);
        WriteLine(Convert.ToHexString(hmac.ComputeHash(new MemoryStream(s_data))));
        WriteLine(Convert.ToHexString(await HMACSHA256.HashDataAsync(s_key, new MemoryStream(s_data))));
        using IncrementalHash incremental = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, s_key);
        incremental.AppendData(s_data.AsSpan(0, 5));
        incremental.AppendData(s_data.AsSpan(5));
        WriteLine(Convert.ToHexString(incremental.GetCurrentHash()));
    }

    [Program]
    public static void Derivation()
    {
        WriteLine(Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2("password", "saltsalt"u8, 1000, HashAlgorithmName.SHA256, 32)));
        WriteLine(Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2("password", "saltsalt"u8, 100, HashAlgorithmName.SHA512, 70)));
        WriteLine(Convert.ToHexString(HKDF.DeriveKey(HashAlgorithmName.SHA256, s_key, 40, "salt"u8.ToArray(), "info"u8.ToArray())));
        WriteLine(Convert.ToHexString(HKDF.Expand(HashAlgorithmName.SHA512, HKDF.Extract(HashAlgorithmName.SHA512, s_key, []), 16, [])));
        Attempt.Show("SP800-108", () => Convert.ToHexString(SP800108HmacCounterKdf.DeriveBytes(s_key, HashAlgorithmName.SHA256, "label"u8, "context"u8, 24)));
        Attempt.Do("no iterations", () => Rfc2898DeriveBytes.Pbkdf2("p", "s"u8, 0, HashAlgorithmName.SHA1, 1));
    }
}
