using System.Runtime.ExceptionServices;

namespace Skiff.Hosting;

/// <summary>A thread that has the stack that guests need.</summary>
internal static class GuestThread
{
    /// <summary>Runs a guest on such a thread and waits for its end.</summary>
    /// <param name="engine">The guest's engine.</param>
    /// <param name="run">Runs it.</param>
    /// <returns>What <paramref name="run"/> returns; what it throws is thrown here.</returns>
    public static T Run<T>(Engine engine, Func<T> run)
    {
        T? result = default;
        ExceptionDispatchInfo? failure = null;
        Thread thread = Create(engine, () =>
        {
            try
            {
                result = run();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result!;
    }

    /// <summary>Makes such a thread, for what must not throw.</summary>
    public static Thread Create(Engine engine, ThreadStart start) => new(start, engine.ThreadStackSize)
    {
        IsBackground = true,
        Name = "guest",
    };
}
