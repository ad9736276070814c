using System.Security.Cryptography;
using System.Text;

namespace Skiff.Runtime.Packing;

/// <summary>The hash of what something is made from: the same inputs, by content, give the same text.</summary>
internal static class ContentHash
{
    /// <summary>The hash of the contents of <paramref name="files"/>, in this order.</summary>
    public static string Of(params IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
