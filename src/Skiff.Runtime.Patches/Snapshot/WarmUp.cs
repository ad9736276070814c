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

    /// <summary>
    /// What needs no program: before the runtime reads symbols, as it would keep for each of these methods where in the
    /// source its code comes from, which nobody can ask for.
    /// </summary>
    public static void RunLibrary(BootArguments* arguments)
    {
        Compile(arguments, typeof(Boot), nameof(Boot.Continue));
        Compile(arguments, typeof(Boot), nameof(Boot.RunMain));
        Compile(arguments, typeof(Snapshot), nameof(Snapshot.StartAgain));
        Compile(arguments, typeof(HashCodes), nameof(HashCodes.StartAgain));
        Compile(arguments, typeof(Environment), nameof(Environment.Exit));
        Compile(arguments, typeof(Environment), "set_ExitCode");
        Compile(arguments, typeof(Process), nameof(Process.Exit));
        Compile(arguments, typeof(AppContext), "OnProcessExit");
        _ = Environment.ExitCode;
        _ = EventSource.IsSupported;

        // Nobody has had an opportunity to handle these events.
        AssemblyLoadContext.OnProcessExit();
        AppDomain.OnProcessExit();
        if (FindConsole() is { } library)
        {
            Write(library, arguments);
        }
    }

    /// <summary>What the program itself needs.</summary>
    public static void Run(MethodInfo main, BootArguments* arguments)
    {
        // The interpreter would run a static constructor, which is the program's own.
        if (main.DeclaringType?.TypeInitializer is null)
        {
            arguments->Compile(main.MethodHandle.Value);
        }
    }

    /// <summary>The library; null where the trimmer found that the program does without it.</summary>
    private static Assembly? FindConsole()
    {
        try
        {
            return Assembly.Load(new AssemblyName(Console));
        }
        catch (FileNotFoundException)
        {
            return null;
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
