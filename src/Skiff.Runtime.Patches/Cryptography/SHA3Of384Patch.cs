namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.SHA3_384")]
internal static class SHA3Of384Patch
{
    public static bool get_IsSupported() => true;
}
