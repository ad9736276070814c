using System.Reflection;
using System.Runtime.InteropServices;

namespace Skiff.Runtime;

/// <summary>The managed end of <c>_start</c>: finds the program, runs its <c>Main</c>, and ends the process.</summary>
[AddTo(Bcl.CoreLib)]
[System.Diagnostics.StackTraceHidden]
internal static unsafe class Boot
{
    /// <summary>The program's arguments as <c>Environment.GetCommandLineArgs</c> gives them: the program's path first.</summary>
    public static string[] CommandLine = [];

    // The program's Main, in whatever form it has; a library has none.
    private static Delegate? s_main;

    private static Progress s_progress;

    private enum Progress
    {
        None,
        Prepared,
        Ready,
    }

    /// <summary>
    /// Called once, makes the program ready for its exports to be called; called again, runs <c>Main</c> and does not return.
    /// </summary>
    public static void Run(void* arguments)
    {
        if (s_progress == Progress.Ready)
        {
            RunMain();
            return;
        }

        try
        {
            Process.ExitFunction = ((BootArguments*)arguments)->Exit;
            Snapshot.StartHere();
            CommandLine = Read((BootArguments*)arguments);
            Assembly entry = Load((BootArguments*)arguments);
            s_main = entry.EntryPoint is null ? null : Main(entry);
            s_progress = Progress.Ready;
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
            Environment.Exit(0);
        }
    }

    /// <summary>
    /// Called once, prepares the program for a snapshot; called again, in a process that begins with it, does what
    /// <see cref="Run"/> does. It is one method as the runtime makes a wrapper for each that is called from outside.
    /// </summary>
    public static void RunSnapshot(void* arguments)
    {
        switch (s_progress)
        {
            case Progress.None:
                Prepare(arguments);
                break;
            case Progress.Prepared:
                Continue(arguments);
                break;
            default:
                RunMain();
                break;
        }
    }

    private static void Prepare(void* arguments)
    {
        try
        {
            Process.ExitFunction = ((BootArguments*)arguments)->Exit;
            CommandLine = Read((BootArguments*)arguments);
            AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", "/");
            Preparation.Begin();
            WarmUp.RunLibrary((BootArguments*)arguments);
            ((BootArguments*)arguments)->ReadSymbols();
            Assembly entry = Load((BootArguments*)arguments);
            if (entry.EntryPoint is not null)
            {
                Delegate main = Main(entry);
                Rehearse(main.GetType());
                s_main = main;
                WarmUp.Run(main.Method, (BootArguments*)arguments);
            }

            Initializers.Run(entry);
            Preparation.End();
            s_progress = Progress.Prepared;
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
        }
    }

    /// <summary>Makes a program that was prepared ready in the process that it is to run in.</summary>
    internal static void Continue(void* arguments)
    {
        try
        {
            AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", Marshal.PtrToStringUTF8((nint)((BootArguments*)arguments)->BaseDirectory));
            CommandLine = Read((BootArguments*)arguments);
            Snapshot.StartAgain();
            s_progress = Progress.Ready;
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
            Environment.Exit(0);
        }
    }

    /// <summary>Runs <c>Main</c> and does not return.</summary>
    internal static void RunMain()
    {
        int exitCode;
        try
        {
            exitCode = CallMain();
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
            exitCode = 0;
        }

        Environment.Exit(exitCode);
    }

    private static Assembly Load(BootArguments* arguments)
    {
        Assembly entry = Assembly.Load(new AssemblyName(Marshal.PtrToStringUTF8((nint)arguments->Entry)!));
        Assembly.SetEntryAssembly(entry);
        return entry;
    }

    /// <summary>A delegate of the program's Main, so that the stack trace of an exception ends there.</summary>
    private static Delegate Main(Assembly entry)
    {
        MethodInfo main = entry.EntryPoint!;
        bool takesArguments = main.GetParametersAsSpan().Length > 0;
        if (main.ReturnType == typeof(void))
        {
            return takesArguments ? main.CreateDelegate<Action<string[]>>() : main.CreateDelegate<Action>();
        }

        if (main.ReturnType == typeof(uint))
        {
            return takesArguments ? main.CreateDelegate<Func<string[], uint>>() : main.CreateDelegate<Func<uint>>();
        }

        return takesArguments ? main.CreateDelegate<Func<string[], int>>() : main.CreateDelegate<Func<int>>();
    }

    /// <summary>Runs a Main of the program's form that does nothing.</summary>
    private static void Rehearse(Type form)
    {
        Delegate[] mains =
        [
            (Action<string[]>)(static _ => { }), (Action)(static () => { }), (Func<string[], int>)(static _ => 0),
            (Func<int>)(static () => 0), (Func<string[], uint>)(static _ => 0), (Func<uint>)(static () => 0),
        ];
        foreach (Delegate main in mains)
        {
            if (main.GetType() == form)
            {
                s_main = main;
                _ = CallMain();
            }
        }
    }

    private static int CallMain()
    {
        switch (s_main)
        {
            case Action<string[]> main:
                main(CommandLine[1..]);
                return Environment.ExitCode;
            case Action main:
                main();
                return Environment.ExitCode;
            case Func<string[], uint> main:
                return (int)main(CommandLine[1..]);
            case Func<uint> main:
                return (int)main();
            case Func<string[], int> main:
                return main(CommandLine[1..]);
            case Func<int> main:
                return main();
            default:
                throw new EntryPointNotFoundException($"{Assembly.GetEntryAssembly()?.GetName().Name} has no entry point: it is a library, not a program.");
        }
    }

    private static string[] Read(BootArguments* arguments)
    {
        var strings = new List<string>(arguments->Count);
        for (int i = 0; i < arguments->Count; i++)
        {
            strings.Add(Marshal.PtrToStringUTF8((nint)arguments->Strings[i])!);
        }

        return strings.ToArray();
    }
}
