namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.SHA3_256")]
internal static class SHA3Of256Patch
{
    public static bool get_IsSupported() => true;
}
