using System.Runtime.InteropServices;

namespace Skiff.Runtime;

/// <summary>WASI has no signals: a handler may be registered and is never called.</summary>
[Patch(Bcl.CoreLib, "System.Runtime.InteropServices.PosixSignalRegistration")]
internal static class PosixSignalRegistrationPatch
{
    public static PosixSignalRegistration Register(PosixSignal signal, Action<PosixSignalContext> handler) =>
        new((PosixSignalRegistration.Token)null!);
}
