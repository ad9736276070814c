using System.Diagnostics.Tracing;
using System.Reflection;
using System.Runtime.Loader;

namespace Skiff.Runtime;

/// <summary>
/// Does before a snapshot, without an effect, what nearly every program does when it runs: the interpreter has compiled
/// the methods then, and the runtime has loaded the types.
/// </summary>
[AddTo(Bcl.CoreLib)]
internal static unsafe class WarmUp
{
    private const string Console = "System.Console";

    /// <summary>Runs it.</summary>
    public static void Run(Assembly entry, MethodInfo main, BootArguments* arguments)
    {
        Compile(arguments, typeof(Boot), "Start");
        Compile(arguments, typeof(Snapshot), nameof(Snapshot.StartAgain));
        Compile(arguments, typeof(HashCodes), nameof(HashCodes.StartAgain));
        Compile(arguments, typeof(Environment), nameof(Environment.Exit));
        Compile(arguments, typeof(Environment), "set_ExitCode");
        Compile(arguments, typeof(Process), nameof(Process.Exit));
        Compile(arguments, typeof(AppContext), "OnProcessExit");
        _ = Environment.ExitCode;
        _ = EventSource.IsSupported;

        // The interpreter would run a static constructor, which is the program's own.
        if (main.DeclaringType?.TypeInitializer is null)
        {
            arguments->Compile(main.MethodHandle.Value);
        }

        // Nobody has had an opportunity to handle these events.
        AssemblyLoadContext.OnProcessExit();
        AppDomain.OnProcessExit();
        foreach (AssemblyName reference in entry.GetReferencedAssemblies())
        {
            if (reference.Name == Console)
            {
                Write(Assembly.Load(reference), arguments);
            }
        }
    }

    private static void Compile(BootArguments* arguments, Type type, string method) =>
        arguments->Compile(type.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.MethodHandle.Value);

    /// <summary>Writes a line to standard output, which swallows it.</summary>
    private static void Write(Assembly library, BootArguments* arguments)
    {
        // What is missing was trimmed: the program does not write.
        if (library.GetType("System.Console")?.GetMethod("get_Out", BindingFlags.Static | BindingFlags.Public) is { } getOut)
        {
            arguments->MuteOutput(1);
            getOut.CreateDelegate<Func<TextWriter>>()().WriteLine("-");
            arguments->MuteOutput(0);
        }
    }
}
