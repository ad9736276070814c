namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.Kmac256")]
internal static class Kmac256Patch
{
    public static void CheckPlatformSupport() =>
        throw new PlatformNotSupportedException("Kmac256 is not available under WASI; use HMACSHA3_256 or HMACSHA3_512, or a library such as BouncyCastle.Cryptography.");
}
