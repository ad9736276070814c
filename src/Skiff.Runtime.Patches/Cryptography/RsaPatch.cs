extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.RSA")]
internal static class RsaPatch
{
    public static RSA Create() => new RsaImplementation();
}
