namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.HMACSHA3_384")]
internal static class HMACSHA3Of384Patch
{
    public static bool get_IsSupported() => true;
}
