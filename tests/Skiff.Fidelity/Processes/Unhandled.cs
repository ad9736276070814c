using System.Runtime.CompilerServices;

namespace Skiff.Fidelity.Processes;

public static class Unhandled
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Throw(string message) => throw new InvalidOperationException(message);

    [Process]
    public static void Thrown()
    {
        WriteLine("before");
        Throw("unhandled message");
    }

    [Process]
    public static async Task AfterAwait()
    {
        await Task.Yield();
        Throw("unhandled after await");
    }

    [Process]
    public static void WithInner()
    {
        try
        {
            Throw("the inner one");
        }
        catch (Exception e)
        {
            throw new ArgumentException("the outer one\nwith two lines", "parameter", e);
        }
    }

    [Process]
    public static void FinallyBlocks()
    {
        try
        {
            Throw("with finally");
        }
        finally
        {
            WriteLine("finally ran");
        }
    }

    [Process]
    public static void Handler()
    {
        AppDomain.CurrentDomain.UnhandledException += (_, e) => WriteLine($"handler saw {((Exception)e.ExceptionObject).Message} {e.IsTerminating}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => WriteLine("process exit after a crash");
        Throw("for the handler");
    }

    [Process]
    public static async Task OnTheThreadPool()
    {
        ThreadPool.QueueUserWorkItem(_ => Throw("on the pool"));
        await Task.Delay(10_000);
        WriteLine("never");
    }

    [Process]
    public static async Task InATimer()
    {
        using Timer timer = new(_ => Throw("in a timer"), null, 5, Timeout.Infinite);
        await Task.Delay(10_000);
        WriteLine("never");
    }

    private static async void Void()
    {
        await Task.Delay(1);
        Throw("async void");
    }

    [Process]
    public static async Task AsyncVoid()
    {
        Void();
        await Task.Delay(10_000);
        WriteLine("never");
    }

    [Process]
    public static void TypeInitializer() => WriteLine(Broken.Value);

    private static class Broken
    {
        public static readonly int Value = int.Parse("not a number");
    }

    [Process]
    public static void NullReference() => WriteLine(((string)null!).Length);

    [Process]
    public static void Aggregate() => Task.WhenAll(Task.FromException(new Exception("one")), Task.FromException(new Exception("two"))).Wait();

    [Process]
    public static void CustomException() => throw new Custom();

    private sealed class Custom : Exception
    {
        public override string Message => "custom message";

        public override string ToString() => "custom text";
    }
}
