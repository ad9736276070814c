extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.ECDiffieHellman")]
internal static class EcDiffieHellmanPatch
{
    public static ECDiffieHellman Create() => new EcDiffieHellmanImplementation();

    public static ECDiffieHellman Create(ECCurve curve)
    {
        var result = new EcDiffieHellmanImplementation();
        result.GenerateKey(curve);
        return result;
    }

    public static ECDiffieHellman Create(ECParameters parameters)
    {
        var result = new EcDiffieHellmanImplementation();
        result.ImportParameters(parameters);
        return result;
    }
}
