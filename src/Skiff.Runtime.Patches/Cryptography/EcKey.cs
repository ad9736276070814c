extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Utilities;
using SystemSecurityCryptography::System.Security.Cryptography;
using CurveParameters = SystemSecurityCryptography::System.Security.Cryptography.ECCurve;
using PointParameters = SystemSecurityCryptography::System.Security.Cryptography.ECPoint;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>A key on an elliptic curve over a prime field: a named one, or one given by its parameters (SEC 1, 3).</summary>
[AddTo(Bcl.Cryptography)]
internal sealed class EcKey
{
    private readonly string? _curveName;
    private readonly ECDomainParameters _domain;

    private EcKey(string? curveName, ECDomainParameters domain, ECPublicKeyParameters publicKey, ECPrivateKeyParameters? privateKey)
    {
        _curveName = curveName;
        _domain = domain;
        Public = publicKey;
        PrivateOrNull = privateKey;
    }

    /// <summary>The key's public part.</summary>
    public ECPublicKeyParameters Public { get; }

    /// <summary>The key's private part.</summary>
    /// <exception cref="CryptographicException">The key has none.</exception>
    public ECPrivateKeyParameters Private => PrivateOrNull ?? throw new CryptographicException(SR.Cryptography_CSP_NoPrivateKey);

    /// <summary>The size of the curve's field, in bits.</summary>
    public int FieldSize => _domain.Curve.FieldSize;

    /// <summary>The length of a number of the field, in bytes.</summary>
    public int FieldLength => (FieldSize + 7) / 8;

    private ECPrivateKeyParameters? PrivateOrNull { get; }

    /// <summary>Makes a key on the NIST curve of that size.</summary>
    public static EcKey Generate(int keySize) => Generate(keySize switch
    {
        256 => CurveParameters.NamedCurves.nistP256,
        384 => CurveParameters.NamedCurves.nistP384,
        _ => CurveParameters.NamedCurves.nistP521,
    });

    /// <summary>Makes a key.</summary>
    /// <exception cref="PlatformNotSupportedException">The curve is not known, or not over a prime field.</exception>
    public static EcKey Generate(CurveParameters curve)
    {
        curve.Validate();
        (var name, ECDomainParameters domain) = Domain(curve);
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(domain, Randomness.Source));
        var pair = generator.GenerateKeyPair();
        return new EcKey(name, domain, (ECPublicKeyParameters)pair.Public, (ECPrivateKeyParameters)pair.Private);
    }

    /// <summary>The key with these parameters.</summary>
    /// <exception cref="CryptographicException">They are not those of a key.</exception>
    /// <exception cref="PlatformNotSupportedException">The curve is not known, or not over a prime field.</exception>
    public static EcKey Import(ECParameters parameters)
    {
        parameters.Validate();
        (var name, ECDomainParameters domain) = Domain(parameters.Curve);
        try
        {
            ECPrivateKeyParameters? full = parameters.D is null ? null : new ECPrivateKeyParameters(new BigInteger(1, parameters.D), domain);
            var point = parameters.Q.X is null
                ? domain.G.Multiply(full!.D).Normalize()
                : domain.Curve.ValidatePoint(new BigInteger(1, parameters.Q.X), new BigInteger(1, parameters.Q.Y!));
            return new EcKey(name, domain, new ECPublicKeyParameters(point, domain), full);
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException(SR.Cryptography_InvalidCurveKeyParameters, e);
        }
    }

    /// <summary>The key's parameters; its curve by name, when it has one and <paramref name="byName"/> asks for it.</summary>
    /// <exception cref="CryptographicException">The private part is asked for, and there is none.</exception>
    public ECParameters Export(bool includePrivate, bool byName)
    {
        var result = new ECParameters
        {
            Curve = byName && _curveName is not null ? CurveParameters.CreateFromValue(_curveName) : ExplicitCurve(),
            Q = Coordinates(Public.Q),
        };
        if (includePrivate)
        {
            result.D = Bytes(Private.D, (_domain.N.BitLength + 7) / 8);
        }

        return result;
    }

    /// <summary>Whether both keys are on one curve.</summary>
    public bool IsOnCurveOf(EcKey other) => _domain.Equals(other._domain);

    /// <summary>The number in <paramref name="length"/> bytes, most significant first.</summary>
    public static byte[] Bytes(BigInteger number, int length) => BigIntegers.AsUnsignedByteArray(length, number);

    private CurveParameters ExplicitCurve() => new()
    {
        CurveType = CurveParameters.ECCurveType.PrimeShortWeierstrass,
        Prime = Bytes(_domain.Curve.Field.Characteristic, FieldLength),
        A = _domain.Curve.A.GetEncoded(),
        B = _domain.Curve.B.GetEncoded(),
        G = Coordinates(_domain.G),
        Order = _domain.N.ToByteArrayUnsigned(),
        Cofactor = _domain.H.ToByteArrayUnsigned(),
        Seed = _domain.GetSeed(),
    };

    private static PointParameters Coordinates(Org.BouncyCastle.Math.EC.ECPoint point)
    {
        point = point.Normalize();
        return new PointParameters { X = point.AffineXCoord.GetEncoded(), Y = point.AffineYCoord.GetEncoded() };
    }

    private static (string? Name, ECDomainParameters Domain) Domain(CurveParameters curve)
    {
        if (curve.IsNamed)
        {
            DerObjectIdentifier? name = curve.Oid.Value is { Length: > 0 } value ? new DerObjectIdentifier(value) : ECNamedCurveTable.GetOid(curve.Oid.FriendlyName!);
            X9ECParameters? known = name is null ? null : CustomNamedCurves.GetByOid(name) ?? ECNamedCurveTable.GetByOid(name);
            return known is not null && ECAlgorithms.IsFpCurve(known.Curve)
                ? (name!.Id, new ECDomainParameters(known))
                : throw new PlatformNotSupportedException(SR.Format(SR.Cryptography_CurveNotSupported, curve.Oid.Value ?? curve.Oid.FriendlyName));
        }

        if (!curve.IsPrime)
        {
            throw new PlatformNotSupportedException("Elliptic curves over binary fields are not available under WASI; use a curve over a prime field, such as ECCurve.NamedCurves.nistP256.");
        }

        try
        {
            var order = new BigInteger(1, curve.Order!);
            var cofactor = new BigInteger(1, curve.Cofactor!);
            var shape = new FpCurve(new BigInteger(1, curve.Prime!), new BigInteger(1, curve.A!), new BigInteger(1, curve.B!), order, cofactor);
            var generator = shape.ValidatePoint(new BigInteger(1, curve.G.X!), new BigInteger(1, curve.G.Y!));
            return (null, new ECDomainParameters(shape, generator, order, cofactor, curve.Seed));
        }
        catch (ArgumentException e)
        {
            throw new CryptographicException(SR.Cryptography_InvalidCurveKeyParameters, e);
        }
    }
}
