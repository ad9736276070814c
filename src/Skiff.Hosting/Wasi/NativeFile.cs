namespace Skiff.Hosting.Wasi;

/// <summary>The functions of the engine's own WASI that the host's functions of the same name fall through to.</summary>
internal enum NativeFile
{
    FdClose,
    FdFdstatGet,
    FdFilestatGet,
    FdRead,
    FdRenumber,
    FdWrite,
}
