extern alias SystemSecurityCryptography;
using SystemSecurityCryptography::System.Security.Cryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>What one party gives to the other.</summary>
[AddTo(Bcl.Cryptography)]
internal sealed class EcPublicKey : ECDiffieHellmanPublicKey
{
    private readonly EcKey _key;

    public EcPublicKey(EcKey key) => _key = key;

    public override ECParameters ExportParameters() => _key.Export(includePrivate: false, byName: true);

    public override ECParameters ExportExplicitParameters() => _key.Export(includePrivate: false, byName: false);
}
