using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>`wasi:io/streams` and `wasi:io/error`.</summary>
internal static unsafe class Streams
{
    private const string Module = "wasi:io/streams@0.2.12";

    [DllImport(Module, EntryPoint = "[method]input-stream.read")]
    internal static extern void Read(int stream, ulong length, StreamResult* result);

    [DllImport(Module, EntryPoint = "[method]input-stream.subscribe")]
    internal static extern int SubscribeInput(int stream);

    [DllImport(Module, EntryPoint = "[method]output-stream.check-write")]
    internal static extern void CheckWrite(int stream, CheckWriteResult* result);

    [DllImport(Module, EntryPoint = "[method]output-stream.write")]
    internal static extern void Write(int stream, byte* bytes, uint length, StreamResult* result);

    [DllImport(Module, EntryPoint = "[method]output-stream.blocking-write-and-flush")]
    internal static extern void BlockingWriteAndFlush(int stream, byte* bytes, uint length, StreamResult* result);

    [DllImport(Module, EntryPoint = "[method]output-stream.blocking-flush")]
    internal static extern void BlockingFlush(int stream, StreamResult* result);

    [DllImport(Module, EntryPoint = "[method]output-stream.subscribe")]
    internal static extern int SubscribeOutput(int stream);

    [DllImport(Module, EntryPoint = "[resource-drop]output-stream")]
    internal static extern void DropOutput(int stream);

    [DllImport("wasi:io/error@0.2.12", EntryPoint = "[resource-drop]error")]
    internal static extern void DropError(int error);
}
