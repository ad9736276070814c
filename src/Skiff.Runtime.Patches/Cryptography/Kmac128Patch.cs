namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.Kmac128")]
internal static class Kmac128Patch
{
    public static void CheckPlatformSupport() =>
        throw new PlatformNotSupportedException("Kmac128 is not available under WASI; use HMACSHA3_256 or HMACSHA3_512, or a library such as BouncyCastle.Cryptography.");
}
