namespace Skiff.Personality;

/// <summary>Types of files (WASI preview1 `filetype`).</summary>
internal static class FileType
{
    internal const byte Unknown = 0;
    internal const byte BlockDevice = 1;
    internal const byte CharacterDevice = 2;
    internal const byte Directory = 3;
    internal const byte RegularFile = 4;
    internal const byte SocketDatagram = 5;
    internal const byte SocketStream = 6;
    internal const byte SymbolicLink = 7;
}
