namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.HMACSHA3_256")]
internal static class HMACSHA3Of256Patch
{
    public static bool get_IsSupported() => true;
}
