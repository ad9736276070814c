extern alias SystemConsole;
using SystemConsole::System;

namespace Skiff.Runtime.Console;

[Patch(Bcl.Console, "System.WasmConsoleStream")]
internal static class WasmConsoleStreamPatch
{
    public static int Read(WasmConsoleStream self, Span<byte> buffer) => StandardStreams.Read(self._handle, buffer);
}
