using System.Security.Cryptography;

namespace Skiff.Fidelity.Cryptography;

public static class Md5
{
    private static readonly byte[] s_data = Encoding.UTF8.GetBytes("message digest");

    [Program]
    public static async Task Forms()
    {
        WriteLine(Convert.ToHexString(MD5.HashData([])));
        WriteLine(Convert.ToHexString(MD5.HashData(new MemoryStream(new byte[70000]))));
        WriteLine(Convert.ToHexString(await MD5.HashDataAsync(new MemoryStream(s_data))));
        using MD5 md5 = MD5.Create();
        WriteLine($"{md5.HashSize} {Convert.ToHexString(md5.ComputeHash(s_data))} {Convert.ToHexString(md5.ComputeHash([]))}");
        md5.TransformBlock(s_data, 0, 5, null, 0);
        md5.TransformFinalBlock(s_data, 5, s_data.Length - 5);
        WriteLine(Convert.ToHexString(md5.Hash!));
        WriteLine(Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.MD5, s_data)));
        WriteLine(Convert.ToHexString(CryptographicOperations.HmacData(HashAlgorithmName.MD5, s_data, s_data)));
        Attempt.Do("too short", () => MD5.HashData(s_data, new byte[3]));
    }

    [Program]
    public static void Incremental()
    {
        foreach (HashAlgorithmName name in new[] { HashAlgorithmName.MD5, HashAlgorithmName.SHA3_256, HashAlgorithmName.SHA3_512 })
        {
            using IncrementalHash hash = IncrementalHash.CreateHash(name);
            hash.AppendData(s_data, 0, 3);
            WriteLine(Convert.ToHexString(hash.GetCurrentHash()));
            hash.AppendData(s_data, 3, 4);
            using IncrementalHash copy = hash.Clone();
            hash.AppendData(s_data, 7, 7);
            WriteLine($"{hash.AlgorithmName} {hash.HashLengthInBytes} {Convert.ToHexString(hash.GetHashAndReset())}");
            WriteLine(Convert.ToHexString(hash.GetHashAndReset()));
            WriteLine(Convert.ToHexString(copy.GetHashAndReset()));
            foreach (int length in new[] { 0, 16, 64, 65, 137, 300 })
            {
                using IncrementalHash mac = IncrementalHash.CreateHMAC(name, new byte[length]);
                mac.AppendData(s_data);
                WriteLine($"{length} {Convert.ToHexString(mac.GetCurrentHash())} {Convert.ToHexString(mac.GetHashAndReset())} {Convert.ToHexString(mac.GetHashAndReset())}");
            }
        }
    }

    [Program]
    public static void Derivation()
    {
        WriteLine(Convert.ToHexString(HKDF.DeriveKey(HashAlgorithmName.MD5, s_data, 40)));
        WriteLine(Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2("password", s_data, 20, HashAlgorithmName.SHA3_256, 40)));
        Attempt.Show("PBKDF2 MD5", () => Convert.ToHexString(Rfc2898DeriveBytes.Pbkdf2("password", s_data, 20, HashAlgorithmName.MD5, 40)));
    }
}
