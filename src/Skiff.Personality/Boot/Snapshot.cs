using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// A program that is booted when it is published and continues, from an image of its memory, when it is started
/// (docs/architecture.md, "The linking interface of dotnet.wasm").
/// </summary>
internal static unsafe class Snapshot
{
    /// <summary>The first descriptor that is not a standard stream.</summary>
    private const int FirstOwnDescriptor = 3;

    /// <summary>The managed method that prepares the program, and called again continues it, and then runs <c>Main</c>.</summary>
    private static void* _run;

    /// <summary>What to compile before the snapshot (<see cref="MethodList"/>), or null.</summary>
    private static byte* _methods;

    /// <summary>Makes room for a list of methods, which the caller fills before the program is booted.</summary>
    internal static byte* AllocateMethods(uint size) => _methods = (byte*)Process.Allocate(size);

    /// <summary>Everything before <c>Main</c> that does not depend on where the program runs.</summary>
    internal static void Boot()
    {
        if (!Bundle.Exists)
        {
            Personality.Boot.Fail("there is no bundle to boot; call skiff_bundle first"u8);
        }

        Personality.Boot.InitializeHost();
        BundledProgram.Configure();
        BootArguments arguments;
        Personality.Boot.SetArguments(&arguments);
        Personality.Boot.StartRuntime(&arguments);
        _run = Personality.Boot.FindManaged("RunSnapshot"u8);
        Runtime.Invoke(_run, &arguments);
        CompileMethods();
        CheckDescriptors();
        Personality.Boot.FreeArguments(&arguments);
        Globalization.Forget();
        Clock.Hold();
        DeadMemory.Clear();
    }

    /// <summary>Runs the program and notes which methods are compiled.</summary>
    internal static void Train()
    {
        Training.Begin();
        Personality.Boot.Run();
    }

    /// <summary>Whether the program was booted before.</summary>
    internal static bool Exists => _run != null;

    /// <summary>It was not.</summary>
    internal static void Forget() => _run = null;

    /// <summary>Takes what the host grants.</summary>
    /// <returns>The managed method that, called again, runs <c>Main</c>.</returns>
    internal static void* Continue()
    {
        // They copy the environment.
        Runtime.CallConstructors();
        Clock.Continue();
        Personality.Boot.InitializeHost();
        BootArguments arguments;
        Personality.Boot.SetArguments(&arguments);
        Runtime.SetMainArguments(arguments.Count, arguments.Strings);
        Runtime.Invoke(_run, &arguments);
        return _run;
    }

    /// <summary>Called when all is compiled that needs no symbols.</summary>
    [UnmanagedCallersOnly]
    internal static void ReadSymbols() => BundledProgram.ReadSymbols();

    private static void CompileMethods()
    {
        if (_methods != null)
        {
            Interpreter.CompileAll(_methods);
            Runtime.Free(_methods);
            _methods = null;
        }
    }

    /// <summary>A descriptor stands for something of the host, and this host is not the one that the program starts on.</summary>
    private static void CheckDescriptors()
    {
        for (int fd = FirstOwnDescriptor; fd < Descriptors.Capacity; fd++)
        {
            if (Descriptors.Get(fd) != null)
            {
                Personality.Boot.Fail("a snapshot initializer left a file open, which the program would not have when it starts; close it"u8);
            }
        }
    }
}
