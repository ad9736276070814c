using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

// Every native signature is blittable, so that no marshalling stub is compiled at run time.
[assembly: DisableRuntimeMarshalling]

// The C library is the system's; the engine's library has a resolver.
[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
