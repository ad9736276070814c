extern alias SystemSecurityCryptography;
using System.Security.Cryptography;
using SystemSecurityCryptography::System.Security.Cryptography;
using SR = SystemSecurityCryptography::System.SR;

namespace Skiff.Runtime.Cryptography;

/// <summary>
/// What <see cref="SymmetricAlgorithm.CreateEncryptor()"/> and its counterpart give: pads when it encrypts; when it
/// decrypts, keeps the last block back until it knows whether padding is to be taken off.
/// </summary>
[AddTo(Bcl.Cryptography)]
internal sealed class BlockTransform : ICryptoTransform
{
    private readonly BlockModeCipher _cipher;
    private readonly PaddingMode _padding;
    private readonly bool _encrypting;
    private byte[]? _keptBack;

    public BlockTransform(BlockModeCipher cipher, PaddingMode padding, bool encrypting)
    {
        _cipher = cipher;
        _padding = padding;
        _encrypting = encrypting;
    }

    public bool CanReuseTransform => true;

    public bool CanTransformMultipleBlocks => true;

    public int InputBlockSize => _cipher.BlockSizeInBytes;

    public int OutputBlockSize => _cipher.BlockSizeInBytes;

    public int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)
    {
        ArgumentNullException.ThrowIfNull(inputBuffer);
        ArgumentOutOfRangeException.ThrowIfNegative(inputOffset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputOffset, inputBuffer.Length);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputCount);
        if (inputCount % InputBlockSize != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(inputCount), SR.Cryptography_MustTransformWholeBlock);
        }

        if (inputCount > inputBuffer.Length - inputOffset)
        {
            throw new ArgumentOutOfRangeException(nameof(inputCount), SR.Argument_InvalidOffLen);
        }

        ArgumentNullException.ThrowIfNull(outputBuffer);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(outputOffset, outputBuffer.Length);
        if (inputCount > outputBuffer.Length - outputOffset)
        {
            throw new ArgumentOutOfRangeException(nameof(outputOffset), SR.Argument_InvalidOffLen);
        }

        ReadOnlySpan<byte> input = inputBuffer.AsSpan(inputOffset, inputCount);
        Span<byte> output = outputBuffer.AsSpan(outputOffset);
        if (_encrypting || !SymmetricPadding.DepaddingRequired(_padding))
        {
            return _cipher.Transform(input, output);
        }

        byte[] last = input[^InputBlockSize..].ToArray();
        byte[] whole = Concatenate(_keptBack, input[..^InputBlockSize]);
        _keptBack = last;
        return _cipher.Transform(whole, output);
    }

    public byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)
    {
        ArgumentNullException.ThrowIfNull(inputBuffer);
        ArgumentOutOfRangeException.ThrowIfNegative(inputOffset);
        ArgumentOutOfRangeException.ThrowIfNegative(inputCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inputOffset, inputBuffer.Length);
        if (inputCount > inputBuffer.Length - inputOffset)
        {
            throw new ArgumentOutOfRangeException(nameof(inputCount), SR.Argument_InvalidOffLen);
        }

        ReadOnlySpan<byte> input = inputBuffer.AsSpan(inputOffset, inputCount);
        return _encrypting ? EncryptFinal(input) : DecryptFinal(input);
    }

    public void Dispose()
    {
        _cipher.Dispose();
        Clear(_keptBack);
        _keptBack = null;
    }

    private byte[] EncryptFinal(ReadOnlySpan<byte> input)
    {
        var output = new byte[SymmetricPadding.GetCiphertextLength(input.Length, _cipher.PaddingSizeInBytes, _padding)];
        var padded = SymmetricPadding.PadBlock(input, output, _cipher.PaddingSizeInBytes, _padding);
        _cipher.TransformFinal(output.AsSpan(0, padded), output);
        return output;
    }

    private byte[] DecryptFinal(ReadOnlySpan<byte> input)
    {
        if (input.Length % _cipher.PaddingSizeInBytes != 0)
        {
            throw new CryptographicException(SR.Cryptography_PartialBlock);
        }

        byte[] output = Concatenate(_keptBack, input);
        Clear(_keptBack);
        _keptBack = null;
        _cipher.TransformFinal(output, output);
        if (output.Length == 0)
        {
            return output;
        }

        var length = SymmetricPadding.GetPaddingLength(output, _padding, InputBlockSize);
        if (length == output.Length)
        {
            return output;
        }

        byte[] plain = output.AsSpan(0, length).ToArray();
        Clear(output);
        return plain;
    }

    private static byte[] Concatenate(byte[]? first, ReadOnlySpan<byte> second)
    {
        var result = new byte[(first?.Length ?? 0) + second.Length];
        first?.CopyTo(result, 0);
        second.CopyTo(result.AsSpan(result.Length - second.Length));
        return result;
    }

    private static void Clear(byte[]? buffer)
    {
        if (buffer is not null)
        {
            CryptographicOperations.ZeroMemory(buffer);
        }
    }
}
