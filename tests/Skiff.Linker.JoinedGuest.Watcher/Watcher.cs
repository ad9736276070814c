using System.Text;
using Test.Joined;
using Wasi.Io;

namespace Skiff.Linker.JoinedGuest;

/// <summary>Takes resources of the library and of the host, which both are lent to it or become its own.</summary>
internal sealed class Watcher : IWatching, IWriting
{
    private static Things.Thing? s_kept;

    public static string Describe(Things.Thing value) => $"a thing called {value.Name()}";

    public static void Keep(Things.Thing value) => s_kept = value;

    public static Things.Thing? GiveBack()
    {
        Things.Thing? kept = s_kept;
        s_kept = null;
        return kept;
    }

    public static void Write(Streams.OutputStream to, string text) => to.BlockingWriteAndFlush(Encoding.UTF8.GetBytes(text));

    public static uint WriteAll(Streams.OutputStream[] to, string text)
    {
        foreach (Streams.OutputStream stream in to)
        {
            Write(stream, text);
        }

        return (uint)to.Length;
    }

    public static void Finish(Streams.OutputStream to, string text)
    {
        Write(to, text);
        to.Dispose();
    }

    public static Streams.OutputStream Pass(Streams.OutputStream to) => to;
}
