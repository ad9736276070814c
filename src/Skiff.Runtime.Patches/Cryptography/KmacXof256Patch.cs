namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.KmacXof256")]
internal static class KmacXof256Patch
{
    public static void CheckPlatformSupport() =>
        throw new PlatformNotSupportedException("KmacXof256 is not available under WASI; use HMACSHA3_256 or HMACSHA3_512, or a library such as BouncyCastle.Cryptography.");
}
