extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using SystemSecurityCryptography::System.Security.Cryptography;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>A block cipher in one of the modes that <see cref="SymmetricAlgorithm"/> knows.</summary>
[AddTo(Bcl.Cryptography)]
internal sealed class BlockModeCipher : ILiteSymmetricCipher
{
    private readonly IBlockCipherMode _mode;
    private readonly bool _encrypting;
    private readonly bool _usesIv;
    private KeyParameter? _key;
    private byte[]? _iv;

    /// <exception cref="CryptographicException">The mode needs an initialization vector, and there is none.</exception>
    public BlockModeCipher(IBlockCipher cipher, CipherMode mode, KeyParameter key, byte[]? iv, int paddingSize, int feedbackSize, bool encrypting)
    {
        _mode = mode switch
        {
            CipherMode.ECB => new EcbBlockCipher(cipher),
            CipherMode.CBC => new CbcBlockCipher(cipher),
            CipherMode.CFB => new CfbBlockCipher(cipher, feedbackSize * 8),
            _ => throw new CryptographicException(SR.Format(SR.Cryptography_CipherModeNotSupported, mode)),
        };
        _usesIv = mode != CipherMode.ECB;
        if (_usesIv && iv is null)
        {
            throw new CryptographicException("The cipher mode specified requires that an initialization vector (IV) be used.");
        }

        _key = key;
        _iv = iv;
        _encrypting = encrypting;
        BlockSizeInBytes = cipher.GetBlockSize();
        PaddingSizeInBytes = paddingSize;
        Reset();
    }

    public int BlockSizeInBytes { get; }

    public int PaddingSizeInBytes { get; }

    /// <summary>Goes back to the state after construction.</summary>
    public void Reset()
    {
        ObjectDisposedException.ThrowIf(_key is null, this);
        _mode.Init(_encrypting, _usesIv ? new ParametersWithIV(_key, _iv) : _key);
    }

    public void Reset(ReadOnlySpan<byte> iv)
    {
        _iv = iv.ToArray();
        Reset();
    }

    public int Transform(ReadOnlySpan<byte> input, Span<byte> output)
    {
        ObjectDisposedException.ThrowIf(_key is null, this);

        // Block by block works in place, but not when the output runs ahead of the input.
        if (input.Overlaps(output, out var offset) && offset != 0)
        {
            input = input.ToArray();
        }

        var size = _mode.GetBlockSize();
        var done = 0;
        for (; done < input.Length; done += size)
        {
            _mode.ProcessBlock(input.Slice(done, size), output.Slice(done, size));
        }

        return done;
    }

    public int TransformFinal(ReadOnlySpan<byte> input, Span<byte> output)
    {
        var written = Transform(input, output);
        Reset();
        return written;
    }

    public void Dispose()
    {
        _key = null;
        if (_iv is not null)
        {
            Array.Clear(_iv);
        }
    }
}
