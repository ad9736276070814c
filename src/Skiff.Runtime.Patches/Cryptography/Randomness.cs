using Org.BouncyCastle.Crypto.Prng;
using Org.BouncyCastle.Security;

namespace Skiff.Runtime.Cryptography;

/// <summary>What keys, signatures and paddings take their random numbers from.</summary>
[AddTo(Bcl.Cryptography)]
internal static class Randomness
{
    /// <summary>The host's random numbers, as they are: generators of the library's own would bring all of its hashes along.</summary>
    public static SecureRandom Source { get; } = new(new CryptoApiRandomGenerator());
}
