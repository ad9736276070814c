namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.HMACSHA3_512")]
internal static class HMACSHA3Of512Patch
{
    public static bool get_IsSupported() => true;
}
