extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto.Digests;
using SystemSecurityCryptography::System.Security.Cryptography;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>MD5 (RFC 1321) and SHA-3 (FIPS 202), as hashes and in HMAC (RFC 2104).</summary>
[Patch(Bcl.Cryptography, "System.Security.Cryptography.HashProviderDispenser")]
internal static class HashProviderDispenserPatch
{
    public static HashProvider CreateHashProvider(string hashAlgorithmId) => hashAlgorithmId switch
    {
        "SHA1" or "SHA256" or "SHA384" or "SHA512" => new SHAManagedHashProvider(hashAlgorithmId),
        _ => Digest(hashAlgorithmId),
    };

    public static HashProvider CreateMacProvider(string hashAlgorithmId, ReadOnlySpan<byte> key)
    {
        switch (hashAlgorithmId)
        {
            case "SHA1" or "SHA256" or "SHA384" or "SHA512":
                return new HMACManagedHashProvider(hashAlgorithmId, key);
            default:
                DigestProvider inner = Digest(hashAlgorithmId);
                byte[] used = key.ToArray();
                if (key.Length > inner.BlockSizeInBytes)
                {
                    inner.AppendHashData(key);
                    used = inner.FinalizeHashAndReset();
                }

                return new HMACManagedHashProvider(inner, Digest(hashAlgorithmId), used, inner.BlockSizeInBytes, inner.HashSizeInBytes, false);
        }
    }

    private static DigestProvider Digest(string hashAlgorithmId) => hashAlgorithmId switch
    {
        "MD5" => new DigestProvider(new MD5Digest()),
        "SHA3-256" => new DigestProvider(new Sha3Digest(256)),
        "SHA3-384" => new DigestProvider(new Sha3Digest(384)),
        "SHA3-512" => new DigestProvider(new Sha3Digest(512)),
        _ => throw new CryptographicException(SR.Format(SR.Cryptography_UnknownHashAlgorithm, hashAlgorithmId)),
    };
}
