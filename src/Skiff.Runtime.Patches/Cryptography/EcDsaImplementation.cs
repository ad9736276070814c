extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>ECDSA (FIPS 186-5). A key is made when it is first needed.</summary>
[AddTo(Bcl.Cryptography)]
internal sealed class EcDsaImplementation : ECDsa
{
    private readonly EcKeyHolder _key = new(typeof(ECDsa));

    public EcDsaImplementation()
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

    public override byte[] SignHash(byte[] hash)
    {
        ArgumentNullException.ThrowIfNull(hash);
        EcKey key = Key();
        var signer = new ECDsaSigner();
        signer.Init(true, new ParametersWithRandom(key.Private, Randomness.Source));
        BigInteger[] numbers = signer.GenerateSignature(hash);
        return [.. EcKey.Bytes(numbers[0], key.FieldLength), .. EcKey.Bytes(numbers[1], key.FieldLength)];
    }

    public override bool VerifyHash(byte[] hash, byte[] signature)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(signature);
        EcKey key = Key();
        var length = key.FieldLength;
        if (signature.Length != length * 2)
        {
            return false;
        }

        var signer = new ECDsaSigner();
        signer.Init(false, key.Public);
        return signer.VerifySignature(hash, new BigInteger(1, signature, 0, length), new BigInteger(1, signature, length, length));
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
