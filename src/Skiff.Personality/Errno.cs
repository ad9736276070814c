namespace Skiff.Personality;

/// <summary>
/// Error numbers of WASI preview1 (`errno`, in the specification's order), which are also those of the runtime's C
/// library, as Emscripten builds it. Its system calls return them negated.
/// </summary>
internal static class Errno
{
    internal const int Success = 0;
    internal const int Access = 2;
    internal const int AddressFamilyNotSupported = 5;
    internal const int Again = 6;
    internal const int BadDescriptor = 8;
    internal const int Busy = 10;
    internal const int WouldDeadlock = 16;
    internal const int Exists = 20;
    internal const int Interrupted = 27;
    internal const int Invalid = 28;
    internal const int InputOutput = 29;
    internal const int IsDirectory = 31;
    internal const int TooManyDescriptors = 33;
    internal const int NameTooLong = 37;
    internal const int NoEntry = 44;
    internal const int NoMemory = 48;
    internal const int NoSystemCall = 52;
    internal const int NotDirectory = 54;
    internal const int NotSocket = 57;
    internal const int NotSupported = 58;
    internal const int NotTerminal = 59;
    internal const int Overflow = 61;
    internal const int NotPermitted = 63;
    internal const int BrokenPipe = 64;
    internal const int Range = 68;
    internal const int InvalidSeek = 70;
    internal const int CrossDevice = 75;
    internal const int NotCapable = 76;

    /// <summary>The C library's own number for "operation not supported", which WASI numbers 58.</summary>
    private const int LibraryNotSupported = 138;

    /// <summary>
    /// A host's error in the C library's terms: a capability that was not granted reads as a file permission, for which
    /// .NET throws UnauthorizedAccessException.
    /// </summary>
    internal static int Translate(int errno) => errno switch
    {
        NotCapable => Access,
        NotSupported => LibraryNotSupported,
        _ => errno,
    };
}
