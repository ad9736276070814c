extern alias SystemSecurityCryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Utilities;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>A hash that the base class library has no managed code for.</summary>
[AddTo(Bcl.Cryptography)]
internal sealed class DigestProvider : HashProvider
{
    private readonly IDigest _digest;

    public DigestProvider(IDigest digest) => _digest = digest;

    public override int HashSizeInBytes => _digest.GetDigestSize();

    /// <summary>The size of the blocks that the hash works in, which HMAC depends on, in bytes.</summary>
    public int BlockSizeInBytes => _digest.GetByteLength();

    public override void AppendHashData(ReadOnlySpan<byte> data) => _digest.BlockUpdate(data);

    public override HashProvider Clone() => new DigestProvider((IDigest)((IMemoable)_digest).Copy());

    public override int FinalizeHashAndReset(Span<byte> destination) => _digest.DoFinal(destination);

    public override int GetCurrentHash(Span<byte> destination) => ((IDigest)((IMemoable)_digest).Copy()).DoFinal(destination);

    public override void Reset() => _digest.Reset();

    public override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _digest.Reset();
        }
    }
}
