extern alias SystemSecurityCryptography;
using System.Formats.Asn1;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using SystemSecurityCryptography::System.Security.Cryptography;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>RSA (RFC 8017). A key is made when it is first needed.</summary>
[AddTo(Bcl.Cryptography)]
internal sealed class RsaImplementation : RSA
{
    private RsaKeyParameters? _public;
    private RsaPrivateCrtKeyParameters? _private;
    private bool _disposed;

    public RsaImplementation()
    {
        LegalKeySizesValue = [new KeySizes(512, 16384, 8)];
        KeySizeValue = 2048;
    }

    public override int KeySize
    {
        get => base.KeySize;
        set
        {
            ThrowIfDisposed();
            if (value != KeySizeValue)
            {
                base.KeySize = value;
                _public = null;
                _private = null;
            }
        }
    }

    public override RSAParameters ExportParameters(bool includePrivateParameters)
    {
        RsaKeyParameters key = PublicKey();
        var result = new RSAParameters { Modulus = Bytes(key.Modulus, Size), Exponent = key.Exponent.ToByteArrayUnsigned() };
        if (includePrivateParameters)
        {
            RsaPrivateCrtKeyParameters full = PrivateKey();
            var half = (Size + 1) / 2;
            result.D = Bytes(full.Exponent, Size);
            result.P = Bytes(full.P, half);
            result.Q = Bytes(full.Q, half);
            result.DP = Bytes(full.DP, half);
            result.DQ = Bytes(full.DQ, half);
            result.InverseQ = Bytes(full.QInv, half);
        }

        return result;
    }

    public override void ImportParameters(RSAParameters parameters)
    {
        ThrowIfDisposed();
        if (parameters.Exponent is null || parameters.Modulus is null)
        {
            throw new CryptographicException(SR.Cryptography_InvalidRsaParameters);
        }

        RsaPrivateCrtKeyParameters? full = null;
        RsaKeyParameters key;
        try
        {
            var modulus = new BigInteger(1, parameters.Modulus);
            var exponent = new BigInteger(1, parameters.Exponent);
            key = new RsaKeyParameters(false, modulus, exponent);
            if (parameters.D is not null)
            {
                if (parameters.P is null || parameters.Q is null || parameters.DP is null || parameters.DQ is null || parameters.InverseQ is null)
                {
                    throw new CryptographicException(SR.Cryptography_InvalidRsaParameters);
                }

                full = new RsaPrivateCrtKeyParameters(
                    modulus, exponent, new BigInteger(1, parameters.D), new BigInteger(1, parameters.P), new BigInteger(1, parameters.Q),
                    new BigInteger(1, parameters.DP), new BigInteger(1, parameters.DQ), new BigInteger(1, parameters.InverseQ));
            }
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException(SR.Cryptography_InvalidRsaParameters, e);
        }

        _public = key;
        _private = full;
        KeySizeValue = key.Modulus.BitLength;
    }

    public override byte[] Encrypt(byte[] data, RSAEncryptionPadding padding)
    {
        ArgumentNullException.ThrowIfNull(data);
        IAsymmetricBlockCipher cipher = Padded(padding);
        cipher.Init(true, new ParametersWithRandom(PublicKey(), Randomness.Source));
        if (data.Length > cipher.GetInputBlockSize())
        {
            throw new CryptographicException($"The message exceeds the maximum allowable length for the chosen options ({cipher.GetInputBlockSize()}).");
        }

        return cipher.ProcessBlock(data, 0, data.Length);
    }

    public override byte[] Decrypt(byte[] data, RSAEncryptionPadding padding)
    {
        ArgumentNullException.ThrowIfNull(data);
        IAsymmetricBlockCipher cipher = Padded(padding);
        cipher.Init(false, PrivateKey());
        if (data.Length != Size)
        {
            throw new CryptographicException("The length of the data to decrypt is not valid for the size of this key.");
        }

        try
        {
            return cipher.ProcessBlock(data, 0, data.Length);
        }
        catch (CryptoException e)
        {
            throw new CryptographicException(SR.Cryptography_InvalidPadding, e);
        }
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentException.ThrowIfNullOrEmpty(hashAlgorithm.Name, nameof(hashAlgorithm));
        ArgumentNullException.ThrowIfNull(padding);
        CheckLength(hash, hashAlgorithm);
        var key = new ParametersWithRandom(PrivateKey(), Randomness.Source);
        if (padding == RSASignaturePadding.Pss)
        {
            PssSigner signer = PssSigner.CreateRawSigner(new RsaBlindedEngine(), Digests.Create(hashAlgorithm));
            try
            {
                signer.Init(true, key);
            }
            catch (ArgumentException e)
            {
                throw new CryptographicException(SR.Cryptography_InvalidKeySize, e);
            }

            signer.BlockUpdate(hash, 0, hash.Length);
            return signer.GenerateSignature();
        }

        CheckPkcs1(padding);
        byte[] message = Pkcs1Message(hash, hashAlgorithm);
        var engine = new RsaBlindedEngine();
        engine.Init(true, key);
        return engine.ProcessBlock(message, 0, message.Length);
    }

    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        ArgumentNullException.ThrowIfNull(hash);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentException.ThrowIfNullOrEmpty(hashAlgorithm.Name, nameof(hashAlgorithm));
        ArgumentNullException.ThrowIfNull(padding);
        CheckLength(hash, hashAlgorithm);
        RsaKeyParameters key = PublicKey();
        var number = new BigInteger(1, signature);
        if (signature.Length != Size || number.CompareTo(key.Modulus) >= 0)
        {
            return false;
        }

        if (padding == RSASignaturePadding.Pss)
        {
            PssSigner signer = PssSigner.CreateRawSigner(new RsaBlindedEngine(), Digests.Create(hashAlgorithm));
            signer.Init(false, key);
            signer.BlockUpdate(hash, 0, hash.Length);
            return signer.VerifySignature(signature);
        }

        CheckPkcs1(padding);
        byte[] message = Bytes(number.ModPow(key.Exponent, key.Modulus), Size);
        return CryptographicOperations.FixedTimeEquals(message, Pkcs1Message(hash, hashAlgorithm));
    }

    protected override void Dispose(bool disposing)
    {
        _disposed = true;
        _public = null;
        _private = null;
        base.Dispose(disposing);
    }

    // The modulus' length in bytes.
    private int Size => (KeySize + 7) / 8;

    private RsaKeyParameters PublicKey()
    {
        ThrowIfDisposed();
        if (_public is null)
        {
            var generator = new RsaKeyPairGenerator();
            generator.Init(new RsaKeyGenerationParameters(BigInteger.ValueOf(65537), Randomness.Source, KeySize, 100));
            AsymmetricCipherKeyPair pair = generator.GenerateKeyPair();
            _public = (RsaKeyParameters)pair.Public;
            _private = (RsaPrivateCrtKeyParameters)pair.Private;
        }

        return _public;
    }

    private RsaPrivateCrtKeyParameters PrivateKey()
    {
        PublicKey();
        return _private ?? throw new CryptographicException(SR.Cryptography_CSP_NoPrivateKey);
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, typeof(RSA));

    private static IAsymmetricBlockCipher Padded(RSAEncryptionPadding padding)
    {
        ArgumentNullException.ThrowIfNull(padding);
        return padding.Mode switch
        {
            RSAEncryptionPaddingMode.Pkcs1 => new Pkcs1Encoding(new RsaBlindedEngine()),
            RSAEncryptionPaddingMode.Oaep => new OaepEncoding(new RsaBlindedEngine(), Digests.Create(padding.OaepHashAlgorithm)),
            _ => throw new CryptographicException(SR.Cryptography_InvalidPaddingMode),
        };
    }

    private static void CheckPkcs1(RSASignaturePadding padding)
    {
        if (padding != RSASignaturePadding.Pkcs1)
        {
            throw new CryptographicException(SR.Cryptography_InvalidPaddingMode);
        }
    }

    private static void CheckLength(byte[] hash, HashAlgorithmName hashAlgorithm)
    {
        if (hash.Length != Digests.Create(hashAlgorithm).GetDigestSize())
        {
            throw new CryptographicException(SR.Cryptography_HashLengthMismatch);
        }
    }

    // EMSA-PKCS1-v1_5 (RFC 8017, 9.2).
    private byte[] Pkcs1Message(byte[] hash, HashAlgorithmName hashAlgorithm)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        writer.PushSequence();
        writer.PushSequence();
        writer.WriteObjectIdentifier(Digests.ObjectIdentifier(hashAlgorithm));
        writer.WriteNull();
        writer.PopSequence();
        writer.WriteOctetString(hash);
        writer.PopSequence();
        byte[] info = writer.Encode();
        if (info.Length + 11 > Size)
        {
            throw new CryptographicException(SR.Cryptography_InvalidKeySize);
        }

        var message = new byte[Size];
        message.AsSpan(2).Fill(0xFF);
        message[1] = 1;
        message[^(info.Length + 1)] = 0;
        info.CopyTo(message, message.Length - info.Length);
        return message;
    }

    private static byte[] Bytes(BigInteger number, int length)
    {
        byte[] bytes = number.ToByteArrayUnsigned();
        if (bytes.Length == length)
        {
            return bytes;
        }

        var result = new byte[length];
        bytes.CopyTo(result, length - bytes.Length);
        return result;
    }
}
