extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using SystemSecurityCryptography::System.Security.Cryptography;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.CryptographicOperations")]
internal static class CryptographicOperationsPatch
{
    public static int CheckHashAndGetLength(HashAlgorithmName hashAlgorithm)
    {
        ArgumentException.ThrowIfNullOrEmpty(hashAlgorithm.Name, nameof(hashAlgorithm));
        return hashAlgorithm.Name switch
        {
            "MD5" => MD5.HashSizeInBytes,
            "SHA1" => SHA1.HashSizeInBytes,
            "SHA256" or "SHA3-256" => SHA256.HashSizeInBytes,
            "SHA384" or "SHA3-384" => SHA384.HashSizeInBytes,
            "SHA512" or "SHA3-512" => SHA512.HashSizeInBytes,
            _ => throw new CryptographicException(SR.Format(SR.Cryptography_UnknownHashAlgorithm, hashAlgorithm.Name)),
        };
    }
}
