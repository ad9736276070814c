namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.Shake256")]
internal static class Shake256Patch
{
    public static void CheckPlatformSupport() =>
        throw new PlatformNotSupportedException("Shake256 is not available under WASI; use SHA3_256 or SHA3_512, or a library such as BouncyCastle.Cryptography.");
}
