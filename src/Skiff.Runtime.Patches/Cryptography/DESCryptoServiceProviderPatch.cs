extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.DESCryptoServiceProvider")]
internal static class DESCryptoServiceProviderPatch
{
    public static void _ctor(DESCryptoServiceProvider self) => throw new PlatformNotSupportedException("DESCryptoServiceProvider is not available under WASI; use DES.Create().");
}
