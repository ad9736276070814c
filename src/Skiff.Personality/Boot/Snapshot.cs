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

    /// <summary>The managed method that prepares the program and, called again, starts it.</summary>
    private static void* _run;

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
        CheckDescriptors();
        Personality.Boot.FreeArguments(&arguments);
        Globalization.Forget();
        Clock.Hold();
        DeadMemory.Clear();
    }

    /// <summary>Takes what the host grants, then runs <c>Main</c>.</summary>
    internal static void Start()
    {
        // They copy the environment.
        Runtime.CallConstructors();
        Clock.Continue();
        Personality.Boot.InitializeHost();
        BootArguments arguments;
        Personality.Boot.SetArguments(&arguments);
        Runtime.SetMainArguments(arguments.Count, arguments.Strings);
        Runtime.Invoke(_run, &arguments);
        Process.End(0);
    }

    /// <summary>Called when all is compiled that needs no symbols.</summary>
    [UnmanagedCallersOnly]
    internal static void ReadSymbols() => BundledProgram.ReadSymbols();

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
