extern alias SystemSecurityCryptography;

namespace Skiff.Runtime.Cryptography;

/// <summary>The key of an algorithm on elliptic curves: made when it is first needed, gone when the algorithm is disposed.</summary>
/// <param name="algorithm">The algorithm's public type, which is what errors name.</param>
[AddTo(Bcl.Cryptography)]
internal sealed class EcKeyHolder(Type algorithm)
{
    private EcKey? _key;
    private bool _disposed;

    /// <summary>The key; a new one of <paramref name="keySize"/> bits if there is none.</summary>
    /// <exception cref="ObjectDisposedException">The algorithm is disposed.</exception>
    public EcKey Get(int keySize)
    {
        ThrowIfDisposed();
        return _key ??= EcKey.Generate(keySize);
    }

    /// <summary>Takes another key; null to have one made.</summary>
    /// <exception cref="ObjectDisposedException">The algorithm is disposed.</exception>
    public void Set(EcKey? key)
    {
        ThrowIfDisposed();
        _key = key;
    }

    /// <summary>Forgets the key for good.</summary>
    public void Dispose()
    {
        _disposed = true;
        _key = null;
    }

    /// <exception cref="ObjectDisposedException">The algorithm is disposed.</exception>
    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed, algorithm);
}
