extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.RSACryptoServiceProvider")]
internal static class RSACryptoServiceProviderPatch
{
    private const string Unavailable = "RSACryptoServiceProvider is not available under WASI; use RSA.Create().";

    public static void _ctor(RSACryptoServiceProvider self) => throw new PlatformNotSupportedException(Unavailable);

    public static void _ctor(RSACryptoServiceProvider self, int dwKeySize) => throw new PlatformNotSupportedException(Unavailable);
}
