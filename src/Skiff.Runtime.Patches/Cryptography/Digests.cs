extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Digests;
using SystemSecurityCryptography::System.Security.Cryptography;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>The hashes that signatures and paddings are made with.</summary>
[AddTo(Bcl.Cryptography)]
internal static class Digests
{
    /// <exception cref="CryptographicException">There is no hash of this name.</exception>
    public static IDigest Create(HashAlgorithmName name) => name.Name switch
    {
        "MD5" => new MD5Digest(),
        "SHA1" => new Sha1Digest(),
        "SHA256" => new Sha256Digest(),
        "SHA384" => new Sha384Digest(),
        "SHA512" => new Sha512Digest(),
        "SHA3-256" => new Sha3Digest(256),
        "SHA3-384" => new Sha3Digest(384),
        "SHA3-512" => new Sha3Digest(512),
        _ => throw new CryptographicException(SR.Format(SR.Cryptography_UnknownHashAlgorithm, name.Name)),
    };

    /// <summary>The object identifier of the hash, as signatures name it.</summary>
    /// <exception cref="CryptographicException">There is no hash of this name.</exception>
    public static string ObjectIdentifier(HashAlgorithmName name) => name.Name switch
    {
        "MD5" => "1.2.840.113549.2.5",
        "SHA1" => "1.3.14.3.2.26",
        "SHA256" => "2.16.840.1.101.3.4.2.1",
        "SHA384" => "2.16.840.1.101.3.4.2.2",
        "SHA512" => "2.16.840.1.101.3.4.2.3",
        "SHA3-256" => "2.16.840.1.101.3.4.2.8",
        "SHA3-384" => "2.16.840.1.101.3.4.2.9",
        "SHA3-512" => "2.16.840.1.101.3.4.2.10",
        _ => throw new CryptographicException(SR.Format(SR.Cryptography_UnknownHashAlgorithm, name.Name)),
    };
}
