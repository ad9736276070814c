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

    private static MethodInfo? s_main;

    /// <summary>Runs the program; does not return.</summary>
    public static void Run(void* arguments)
    {
        int exitCode;
        try
        {
            Process.ExitFunction = ((BootArguments*)arguments)->Exit;
            FindMain((BootArguments*)arguments);
            exitCode = RunMain((BootArguments*)arguments);
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
            exitCode = 0;
        }

        Environment.Exit(exitCode);
    }

    /// <summary>Does what comes before <c>Main</c> and does not depend on where the program runs. What it leaves is kept in a snapshot.</summary>
    public static void Prepare(void* arguments)
    {
        try
        {
            Process.ExitFunction = ((BootArguments*)arguments)->Exit;
            FindMain((BootArguments*)arguments);
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
        }
    }

    /// <summary>Runs the program from a snapshot that was taken after <see cref="Prepare"/>; does not return.</summary>
    public static void Start(void* arguments)
    {
        int exitCode;
        try
        {
            exitCode = RunMain((BootArguments*)arguments);
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
            exitCode = 0;
        }

        Environment.Exit(exitCode);
    }

    private static void FindMain(BootArguments* arguments)
    {
        Assembly entry = Assembly.Load(new AssemblyName(Marshal.PtrToStringUTF8((nint)arguments->Entry)!));
        Assembly.SetEntryAssembly(entry);
        s_main = entry.EntryPoint
            ?? throw new EntryPointNotFoundException($"{entry.GetName().Name} has no entry point: it is a library, not a program.");
    }

    private static int RunMain(BootArguments* arguments)
    {
        CommandLine = Read(arguments);
        string[] args = CommandLine[1..];
        MethodInfo main = s_main!;

        // Through a delegate, so that the stack trace of an exception ends in Main.
        bool takesArguments = main.GetParametersAsSpan().Length > 0;
        if (main.ReturnType == typeof(void))
        {
            if (takesArguments)
            {
                main.CreateDelegate<Action<string[]>>()(args);
            }
            else
            {
                main.CreateDelegate<Action>()();
            }

            return Environment.ExitCode;
        }

        if (main.ReturnType == typeof(uint))
        {
            return (int)(takesArguments ? main.CreateDelegate<Func<string[], uint>>()(args) : main.CreateDelegate<Func<uint>>()());
        }

        return takesArguments ? main.CreateDelegate<Func<string[], int>>()(args) : main.CreateDelegate<Func<int>>()();
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
