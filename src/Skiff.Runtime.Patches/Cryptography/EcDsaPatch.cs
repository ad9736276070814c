extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

[Patch(Bcl.Cryptography, "System.Security.Cryptography.ECDsa")]
internal static class EcDsaPatch
{
    public static ECDsa Create() => new EcDsaImplementation();

    public static ECDsa Create(ECCurve curve)
    {
        var result = new EcDsaImplementation();
        result.GenerateKey(curve);
        return result;
    }

    public static ECDsa Create(ECParameters parameters)
    {
        var result = new EcDsaImplementation();
        result.ImportParameters(parameters);
        return result;
    }
}
