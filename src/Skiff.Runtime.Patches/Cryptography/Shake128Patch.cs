namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.Shake128")]
internal static class Shake128Patch
{
    public static void CheckPlatformSupport() =>
        throw new PlatformNotSupportedException("Shake128 is not available under WASI; use SHA3_256 or SHA3_512, or a library such as BouncyCastle.Cryptography.");
}
