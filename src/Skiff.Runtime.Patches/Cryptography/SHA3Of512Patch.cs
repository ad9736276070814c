namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.SHA3_512")]
internal static class SHA3Of512Patch
{
    public static bool get_IsSupported() => true;
}
