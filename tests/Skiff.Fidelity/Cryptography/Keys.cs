#pragma warning disable SYSLIB0021 // Old names are what some programs use.
using System.Security.Cryptography;

namespace Skiff.Fidelity.Cryptography;

// Keys and signatures that OpenSSL made, for these programs only.
public static class Keys
{
    private static readonly byte[] s_message = "Attack at dawn"u8.ToArray();

    private const string RsaKey = """
        -----BEGIN RSA PRIVATE KEY-----
        MIICXQIBAAKBgQCtm8d8UqrhYJ+ZW7P6MselAQhZvFxYHm/OMg6tdYKBmhTyyKNH
        H0RbI8LFDnhi9eybYFpAMVFtgom/22lGG1QdrB8eQ4X+L4xNn23bZeXQv663cD7R
        ucAL5LZr7bRr3QCf/qeWDWpFEa0ILfVXG3jaYrnaR8kiWA7ba/ryEvOmOwIDAQAB
        AoGBAI2FX6jI+uOekHvDdYOPwY+Qt+3uzphGt32u8KgWErzzjgAb7n4bzu08yZk5
        oomJT8eZU/jgOzC6KPBtO/QacwYlC6VfBG78Nv09M4wdIQqQmb71CsiK4U0pDLH7
        dFYu468fkLqTemmflHDiOB1m5KfXj+bQXYKDVXYj8i5WoaQBAkEA3h+oWcJApVRb
        PQmx4HZ5QSkKCjMg7DKouz5qzLUSBmDJudNNL86vbKfgeOYQqDOnD1SDamhvA/MY
        9ZNT3/wQ4QJBAMgV85msrCH+75qpu82/gFnuGoFevEa4SKlOeSePjwgbDf38t7W3
        MxOCqT9Af7ouDWR0wfiTIqYbVLQB3crtLpsCQQCofPsGmwLOZh6PPjtfOH7hnm+v
        LPlcMVEsNzxr6y2xCNn7yvxRt0X59Z2gF2OrMwMV7dWBcZZEOLJGFWsaC+oBAkB4
        GYURFy5zcX0NDxjllS9Ly7opMV497NvglHPwpSErsmGhtRHoh0CnU2SXzPVeIcp0
        JAlSVa8UmY8sRXqGFfxFAkAPEw9Gw8DnJdBdAUi7rPt0M91PneGT2cCES2QIrdct
        lbLEUw7hcfMJbeDxDVIukyaWhEQvRQCHRamrXTPPuJXX
        -----END RSA PRIVATE KEY-----
        """;

    private const string EllipticKey = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIE8hhDtCXpXvPc4I36E1st6aQ3ebF1StED63jSR5EgFfoAoGCCqGSM49
        AwEHoUQDQgAET7nusqHbIH4kCt1XxX/iuVKkBF7hQwFW7RRGK24BjP4V9lfrwbPC
        DFX6yJpDbJ9Z/O2ggKLgm74S4UjjLgb6xA==
        -----END EC PRIVATE KEY-----
        """;

    private const string OtherEllipticKey = """
        -----BEGIN EC PRIVATE KEY-----
        MHcCAQEEIFrBFAlhjZMbwKSVOYKf4EWzJvhi2Jn8PYDmEpuu3aDToAoGCCqGSM49
        AwEHoUQDQgAE6GkfqnUyVX7Taaa5VbPDQHaSYUzflCeUMJksMts+lT5tWQnfOdR3
        2EGkVeuOGfDccS+d+5afRWBIM12TyzroTA==
        -----END EC PRIVATE KEY-----
        """;

    private const string PssSignature = "0ef1e55962aa1d3e4982e7908f392cb41c9a4b84d4c3012a449ff17772bbf24018e158eb0f13ce361459b91c69f15642e40828e8c39b80449fbeeedce03190bc0d3c6c3f24e35f1bf439dcd11e6ebd1dd1445d924aeb48b7d6038eb35ff1b6a03f3d267b8195306d5fab0fdacfcebcf092242b9d8a8419fd09d3f79acf3ac9c9";
    private const string EllipticSignature = "3046022100b62b637ff0badf30cbe4ef2dc6e60b5f6b71c16741a71db39382552ae79b2e8f022100afe84ea9d3357218f534ab0e544a3b6db423810ec2ddeefe22aa158f07d505c0";
    private const string OaepCipher = "4a2e0e12b5764ab1c79b28fced28782a6c793441602fc7279c6cc81647d3de4bc053f966ef35d28f7c939c64bc8a719c0252305c2e575ffd3343b2e06882577793a05bdc2c6a8130a71c01c6fbda4f90a45c9b172ee4f1452ea820bf9c9aff89ab5fb36b7e139966a8cdcfb584fcfe018e636a9cb20254812607c8a33c0f663a";

    [Program]
    public static void RsaSignatures()
    {
        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(RsaKey);
        foreach (HashAlgorithmName hash in new[] { HashAlgorithmName.MD5, HashAlgorithmName.SHA1, HashAlgorithmName.SHA256, HashAlgorithmName.SHA384 })
        {
            byte[] signature = rsa.SignData(s_message, hash, RSASignaturePadding.Pkcs1);
            WriteLine($"{hash} {Convert.ToHexString(signature)} {rsa.VerifyData(s_message, signature, hash, RSASignaturePadding.Pkcs1)}");
            byte[] pss = rsa.SignData(s_message, hash, RSASignaturePadding.Pss);
            WriteLine($"{pss.Length} {rsa.VerifyData(s_message, pss, hash, RSASignaturePadding.Pss)} {rsa.VerifyData(s_message, pss, hash, RSASignaturePadding.Pkcs1)}");
            pss[5] ^= 1;
            WriteLine(rsa.VerifyData(s_message, pss, hash, RSASignaturePadding.Pss));
        }

        WriteLine(rsa.VerifyData(s_message, Convert.FromHexString(PssSignature), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        WriteLine(rsa.VerifyData(new byte[] { 1 }, Convert.FromHexString(PssSignature), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
        WriteLine(rsa.VerifyData(s_message, new byte[] { 1, 2, 3 }, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        using RSA open = RSA.Create(rsa.ExportParameters(false));
        WriteLine(open.VerifyData(s_message, Convert.FromHexString(PssSignature), HashAlgorithmName.SHA256, RSASignaturePadding.Pss));
    }

    [Program]
    public static void RsaEncryption()
    {
        using RSA rsa = RSA.Create();
        rsa.ImportFromPem(RsaKey);
        WriteLine(Encoding.UTF8.GetString(rsa.Decrypt(Convert.FromHexString(OaepCipher), RSAEncryptionPadding.OaepSHA256)));
        foreach (RSAEncryptionPadding padding in new[] { RSAEncryptionPadding.Pkcs1, RSAEncryptionPadding.OaepSHA1, RSAEncryptionPadding.OaepSHA256 })
        {
            byte[] cipher = rsa.Encrypt(s_message, padding);
            WriteLine($"{padding} {cipher.Length} {Encoding.UTF8.GetString(rsa.Decrypt(cipher, padding))}");
        }

        WriteLine($"{rsa.KeySize} {rsa.KeyExchangeAlgorithm} {rsa.SignatureAlgorithm} {string.Join(',', rsa.LegalKeySizes.Select(k => $"{k.MinSize}-{k.MaxSize}/{k.SkipSize}"))}");
    }

    [Program]
    public static void RsaFormats()
    {
        using RSA rsa = RSA.Create();
        WriteLine(rsa.KeySize);
        rsa.ImportFromPem(RsaKey);
        WriteLine(rsa.ExportRSAPrivateKeyPem());
        WriteLine(rsa.ExportSubjectPublicKeyInfoPem());
        WriteLine(Convert.ToHexString(rsa.ExportPkcs8PrivateKey()));
        WriteLine(rsa.ToXmlString(true));
        using RSA open = RSA.Create();
        open.ImportFromPem(rsa.ExportSubjectPublicKeyInfoPem());
    }

    [Program]
    public static void EllipticSignatures()
    {
        using ECDsa ecdsa = ECDsa.Create();
        WriteLine(ecdsa.KeySize);
        ecdsa.ImportFromPem(EllipticKey);
        WriteLine(ecdsa.KeySize);
        byte[] known = Convert.FromHexString(EllipticSignature);
        WriteLine(ecdsa.VerifyData(s_message, known, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        WriteLine(ecdsa.VerifyData(new byte[] { 1 }, known, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        WriteLine(ecdsa.VerifyData(s_message, new byte[] { 1 }, HashAlgorithmName.SHA256));
        WriteLine(ecdsa.ExportECPrivateKeyPem());
        WriteLine(ecdsa.ExportSubjectPublicKeyInfoPem());
        WriteLine(Convert.ToHexString(ecdsa.ExportPkcs8PrivateKey()));
        ECParameters named = ecdsa.ExportParameters(true), explicitly = ecdsa.ExportExplicitParameters(false);
        WriteLine($"{named.Curve.CurveType} {named.Curve.Oid.Value} {Convert.ToHexString(named.D!)}");
        WriteLine($"{explicitly.Curve.CurveType} {Convert.ToHexString(explicitly.Curve.Prime!)} {Convert.ToHexString(explicitly.Curve.A!)} {Convert.ToHexString(explicitly.Curve.Order!)} {Convert.ToHexString(explicitly.Curve.Cofactor!)}");
        using ECDsa again = ECDsa.Create(explicitly);
        WriteLine(again.VerifyData(s_message, known, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        foreach (ECCurve curve in new[] { ECCurve.NamedCurves.nistP256, ECCurve.NamedCurves.nistP384, ECCurve.NamedCurves.nistP521, ECCurve.NamedCurves.brainpoolP256r1, ECCurve.CreateFromValue("1.3.132.0.10") })
        {
            using ECDsa made = ECDsa.Create(curve);
            byte[] signature = made.SignData(s_message, HashAlgorithmName.SHA512);
            WriteLine($"{made.KeySize} {signature.Length} {made.VerifyData(s_message, signature, HashAlgorithmName.SHA512)} {made.VerifyData(Array.Empty<byte>(), signature, HashAlgorithmName.SHA512)} {made.ExportParameters(false).Curve.Oid.Value}");
        }
    }

    [Program]
    public static void EllipticAgreement()
    {
        using ECDiffieHellman one = ECDiffieHellman.Create(), other = ECDiffieHellman.Create();
        one.ImportFromPem(EllipticKey);
        other.ImportFromPem(OtherEllipticKey);
        WriteLine(Convert.ToHexString(one.DeriveKeyMaterial(other.PublicKey)));
        WriteLine(Convert.ToHexString(other.DeriveKeyMaterial(one.PublicKey)));
        WriteLine(Convert.ToHexString(one.DeriveRawSecretAgreement(other.PublicKey)));
        WriteLine(Convert.ToHexString(one.DeriveKeyFromHash(other.PublicKey, HashAlgorithmName.SHA384, [1], [2])));
        WriteLine(Convert.ToHexString(one.DeriveKeyFromHmac(other.PublicKey, HashAlgorithmName.SHA256, null, [1], null)));
        WriteLine(Convert.ToHexString(one.DeriveKeyFromHmac(other.PublicKey, HashAlgorithmName.SHA256, [3])));
        WriteLine(Convert.ToHexString(one.PublicKey.ExportSubjectPublicKeyInfo()));
        using ECDiffieHellman third = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP384);
        Attempt.Do("another curve", () => one.DeriveKeyMaterial(third.PublicKey));
    }

    [Program]
    public static void NotAvailable()
    {
        Attempt.Do("DSA", () => DSA.Create().Dispose());
        Attempt.Do("RSACryptoServiceProvider", () => new RSACryptoServiceProvider().Dispose());
        Attempt.Do("TripleDESCryptoServiceProvider", () => new TripleDESCryptoServiceProvider().Dispose());
        Attempt.Do("SHAKE256", () => Shake256.HashData([], 1));
        Attempt.Do("KMAC128", () => Kmac128.HashData([1, 2, 3, 4], [], 1));
        Attempt.Do("encrypted PEM", () =>
        {
            using RSA rsa = RSA.Create();
            rsa.ImportFromPem(RsaKey);
            rsa.ExportEncryptedPkcs8PrivateKeyPem("password", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10));
        });
        Attempt.Do("TLS key", () =>
        {
            using ECDiffieHellman one = ECDiffieHellman.Create();
            one.ImportFromPem(EllipticKey);
            one.DeriveKeyTls(one.PublicKey, [1], new byte[64]);
        });
    }
}
