using System.Reflection;
using System.Runtime.InteropServices;

namespace Skiff.Runtime;

/// <summary>The managed end of <c>_start</c>: finds the program, runs its <c>Main</c>, and ends the process.</summary>
[AddTo(Bcl.CoreLib)]
[System.Diagnostics.StackTraceHidden]
internal static unsafe class Boot
{
    /// <summary>The program's arguments as <c>Environment.GetCommandLineArgs</c> gives them: the entry assembly first.</summary>
    public static string[] CommandLine = [];

    /// <summary>Runs the program; does not return.</summary>
    /// <param name="arguments">Two words: the number of strings, and where their pointers are. The first string is the path of the entry assembly.</param>
    public static void Run(void* arguments)
    {
        int exitCode;
        try
        {
            Process.ExitFunction = ((BootArguments*)arguments)->Exit;
            CommandLine = Read((BootArguments*)arguments);
            exitCode = RunMain(CommandLine[0], CommandLine[1..]);
        }
        catch (Exception e) when (UnhandledException.IsHandled(e))
        {
            exitCode = 0;
        }

        Environment.Exit(exitCode);
    }

    private static int RunMain(string path, string[] args)
    {
        Assembly entry = Assembly.Load(new AssemblyName(Path.GetFileNameWithoutExtension(path)));
        Assembly.SetEntryAssembly(entry);
        MethodInfo main = entry.EntryPoint
            ?? throw new EntryPointNotFoundException($"{path} has no entry point: it is a library, not a program.");

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
