extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.TripleDESCryptoServiceProvider")]
internal static class TripleDESCryptoServiceProviderPatch
{
    public static void _ctor(TripleDESCryptoServiceProvider self) => throw new PlatformNotSupportedException("TripleDESCryptoServiceProvider is not available under WASI; use TripleDES.Create().");
}
