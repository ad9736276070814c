namespace Skiff.Personality;

/// <summary>`wasi:filesystem/types`'s `error-code` as the runtime's C library numbers errors.</summary>
internal static unsafe class ErrorCode
{
    private static ReadOnlySpan<byte> Numbers =>
    [
        2, // access
        6, // would-block
        7, // already
        8, // bad-descriptor
        10, // busy
        16, // deadlock
        19, // quota
        20, // exist
        22, // file-too-large
        25, // illegal-byte-sequence
        26, // in-progress
        27, // interrupted
        28, // invalid
        29, // io
        31, // is-directory
        32, // loop
        34, // too-many-links
        35, // message-size
        37, // name-too-long
        43, // no-device
        44, // no-entry
        46, // no-lock
        48, // insufficient-memory
        51, // insufficient-space
        54, // not-directory
        55, // not-empty
        56, // not-recoverable
        58, // unsupported
        59, // no-tty
        60, // no-such-device
        61, // overflow
        63, // not-permitted
        64, // pipe
        69, // read-only
        70, // invalid-seek
        74, // text-file-busy
        75, // cross-device
    ];

    /// <summary>The <see cref="Errno"/> for an error code.</summary>
    internal static int ToErrno(byte code) => code < Numbers.Length ? Numbers[code] : Errno.InputOutput;

    /// <summary>The <see cref="Errno"/> that a result comes to.</summary>
    internal static int Of(ByteResult* result) => result->IsError == 0 ? Errno.Success : ToErrno(result->Value);

    /// <summary>The <see cref="Errno"/> for the failure of a stream, which is dropped.</summary>
    internal static int OfStream(bool isClosed, int failure)
    {
        if (isClosed)
        {
            return Errno.BrokenPipe;
        }

        ByteResult code;
        Filesystem.ErrorCodeOf(failure, &code);
        Streams.DropError(failure);
        return code.IsError != 0 ? ToErrno(code.Value) : Errno.InputOutput;
    }
}
