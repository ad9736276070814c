namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.KmacXof128")]
internal static class KmacXof128Patch
{
    public static void CheckPlatformSupport() =>
        throw new PlatformNotSupportedException("KmacXof128 is not available under WASI; use HMACSHA3_256 or HMACSHA3_512, or a library such as BouncyCastle.Cryptography.");
}
