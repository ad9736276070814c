extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto.Agreement;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>Diffie-Hellman on elliptic curves (NIST SP 800-56A). A key is made when it is first needed.</summary>
[AddTo(Bcl.Cryptography)]
internal sealed class EcDiffieHellmanImplementation : ECDiffieHellman
{
    private readonly EcKeyHolder _key = new(typeof(ECDiffieHellman));

    public EcDiffieHellmanImplementation()
    {
        LegalKeySizesValue = [new KeySizes(256, 384, 128), new KeySizes(521, 521, 0)];
        KeySizeValue = 521;
    }

    public override int KeySize
    {
        get => base.KeySize;
        set
        {
            _key.ThrowIfDisposed();
            if (value != KeySizeValue)
            {
                base.KeySize = value;
                _key.Set(null);
            }
        }
    }

    public override ECDiffieHellmanPublicKey PublicKey => new EcPublicKey(Key());

    public override byte[] DeriveKeyMaterial(ECDiffieHellmanPublicKey otherPartyPublicKey) =>
        DeriveKeyFromHash(otherPartyPublicKey, HashAlgorithmName.SHA256, null, null);

    public override byte[] DeriveKeyFromHash(ECDiffieHellmanPublicKey otherPartyPublicKey, HashAlgorithmName hashAlgorithm, byte[]? secretPrepend, byte[]? secretAppend)
    {
        ArgumentNullException.ThrowIfNull(otherPartyPublicKey);
        ArgumentException.ThrowIfNullOrEmpty(hashAlgorithm.Name, nameof(hashAlgorithm));
        return CryptographicOperations.HashData(hashAlgorithm, (byte[])[.. secretPrepend ?? [], .. DeriveRawSecretAgreement(otherPartyPublicKey), .. secretAppend ?? []]);
    }

    public override byte[] DeriveKeyFromHmac(ECDiffieHellmanPublicKey otherPartyPublicKey, HashAlgorithmName hashAlgorithm, byte[]? hmacKey, byte[]? secretPrepend, byte[]? secretAppend)
    {
        ArgumentNullException.ThrowIfNull(otherPartyPublicKey);
        ArgumentException.ThrowIfNullOrEmpty(hashAlgorithm.Name, nameof(hashAlgorithm));
        byte[] secret = DeriveRawSecretAgreement(otherPartyPublicKey);
        return CryptographicOperations.HmacData(hashAlgorithm, hmacKey ?? secret, (byte[])[.. secretPrepend ?? [], .. secret, .. secretAppend ?? []]);
    }

    public override byte[] DeriveKeyTls(ECDiffieHellmanPublicKey otherPartyPublicKey, byte[] prfLabel, byte[] prfSeed) =>
        throw new PlatformNotSupportedException("ECDiffieHellman.DeriveKeyTls is not available under WASI; use DeriveKeyFromHmac or DeriveRawSecretAgreement.");

    public override byte[] DeriveRawSecretAgreement(ECDiffieHellmanPublicKey otherPartyPublicKey)
    {
        ArgumentNullException.ThrowIfNull(otherPartyPublicKey);
        EcKey own = Key();
        EcKey other = EcKey.Import(otherPartyPublicKey.ExportParameters());
        if (!own.IsOnCurveOf(other))
        {
            throw new ArgumentException("The keys from both parties must be the same size to generate a secret agreement.", nameof(otherPartyPublicKey));
        }

        var agreement = new ECDHBasicAgreement();
        agreement.Init(own.Private);
        return EcKey.Bytes(agreement.CalculateAgreement(other.Public), own.FieldLength);
    }

    public override void GenerateKey(ECCurve curve) => Use(EcKey.Generate(curve));

    public override void ImportParameters(ECParameters parameters) => Use(EcKey.Import(parameters));

    public override ECParameters ExportParameters(bool includePrivateParameters) => Key().Export(includePrivateParameters, byName: true);

    public override ECParameters ExportExplicitParameters(bool includePrivateParameters) => Key().Export(includePrivateParameters, byName: false);

    protected override void Dispose(bool disposing)
    {
        _key.Dispose();
        base.Dispose(disposing);
    }

    private EcKey Key() => _key.Get(KeySize);

    private void Use(EcKey key)
    {
        _key.Set(key);
        KeySizeValue = key.FieldSize;
    }
}
