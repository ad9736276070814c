using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// <c>_start</c>: from the host's arguments to managed code (docs/architecture.md, "Boot"). What goes wrong on the way is
/// one sentence on standard error and exit code 2.
/// </summary>
internal static unsafe class Boot
{
    /// <summary>The entry point of a WASI command.</summary>
    [UnmanagedCallersOnly(EntryPoint = "_start")]
    internal static void Start() => Run();

    /// <summary>Starts the program and ends with it.</summary>
    internal static void Run()
    {
        Runtime.CallConstructors();
        InitializeHost();
        FindApplication();
        byte* assembly = AppBundle.PathOf("/managed/"u8, Application.Name, Text.Of(".dll"u8));
        SetProperties();
        LoadCultures();
        ReadSymbols();
        Runtime.LoadRuntime(0, (int)Properties.Count, Properties.Keys, Properties.Values);
        RunManaged(assembly);
        Process.End(0);
    }

    /// <summary>Asks the host what it granted.</summary>
    internal static void InitializeHost()
    {
        Descriptors.Initialize();
        Mappings.Initialize();
        WorkingDirectory.Reset();
        Preopens.Initialize();
        WorkingDirectory.Initialize();
        Arguments.Initialize();
    }

    private static void FindApplication()
    {
        if (!AppBundle.Find())
        {
            Fail(
                "no AppBundle is within reach: none of the program's directory, the working directory and the preopened directories has "u8,
                Text.Of("managed/System.Private.CoreLib.dll"u8),
                "; preopen the AppBundle"u8);
        }

        if (Application.Find() == null)
        {
            Fail("no program is named; give the name of one of those in "u8, DirectoryName(), " as the first argument"u8);
        }

        byte* assembly = AppBundle.PathOf("/managed/"u8, Application.Name, Text.Of(".dll"u8));
        if (!WholeFile.Exists(assembly))
        {
            Fail("there is no program "u8, assembly, "; give the name of one that is there as the first argument"u8);
        }

        Runtime.Free(assembly);
    }

    private static void SetProperties()
    {
        Properties.Initialize();
        byte* configuration = AppBundle.PathOf("/"u8, Application.Name, Text.Of(".runtimeconfig.json"u8));
        byte* text;
        uint length;
        int errno = WholeFile.Read(configuration, &text, &length);
        if (errno == Errno.Success)
        {
            ReadConfiguration(configuration, text, length);
        }
        else if (errno != Errno.NoEntry)
        {
            Fail("cannot read "u8, configuration, ": it has to be a file that the host lets this program read"u8);
        }

        byte* managed = AppBundle.PathOf("/managed/"u8, null, null);
        byte* assemblies;
        if (TrustedAssemblies.List(managed, &assemblies) != Errno.Success)
        {
            Fail("cannot list "u8, managed, ": it has to be a directory that the host lets this program read"u8);
        }

        Properties.Set(Text.Of("TRUSTED_PLATFORM_ASSEMBLIES"u8), assemblies);
        Properties.Set(Text.Of("APP_CONTEXT_BASE_DIRECTORY"u8), managed);
        Properties.Set(Text.Of("RUNTIME_IDENTIFIER"u8), Text.Of("wasi-wasm"u8));
    }

    private static void ReadConfiguration(byte* path, byte* text, uint length)
    {
        JsonReader reader;
        Json.Initialize(&reader, text, length);
        RuntimeConfig.Read(&reader);
        Runtime.Free(text);
        if (reader.Error == null)
        {
            return;
        }

        StandardError.Write("skiff: "u8);
        StandardError.Write(path);
        StandardError.Write(" is not a runtime configuration: at byte "u8);
        StandardError.Write(reader.Position);
        StandardError.Write(" "u8);
        StandardError.Write(reader.Error);
        StandardError.Write(".\n"u8);
        Process.End(Process.CannotStart);
    }

    /// <summary>A program that comes with its symbols has stack traces that name source lines.</summary>
    private static void ReadSymbols()
    {
        byte* symbols = AppBundle.PathOf("/managed/"u8, Application.Name, Text.Of(".pdb"u8));
        if (WholeFile.Exists(symbols))
        {
            Runtime.ReadSymbols();
        }

        Runtime.Free(symbols);
    }

    private static void LoadCultures()
    {
        if (Globalization.IsInvariant())
        {
            return;
        }

        byte* path = AppBundle.PathOf("/icudt.dat"u8, null, null);
        int errno = Globalization.Load(path);
        if (errno == Errno.Invalid)
        {
            Fail("the data in "u8, path, " is not of ICU; copy the one of the runtime pack there"u8);
        }
        else if (errno != Errno.Success)
        {
            Fail("cannot read "u8, path, "; copy it from the runtime pack, or set InvariantGlobalization in the project"u8);
        }

        Runtime.Free(path);
    }

    private static void RunManaged(byte* assembly)
    {
        uint count = Arguments.Count > 1 ? Arguments.Count - 1 : 1;
        byte** strings = (byte**)Process.Allocate(count * (uint)sizeof(byte*));
        strings[0] = assembly;
        for (uint i = 1; i < count; i++)
        {
            strings[i] = Arguments.At(i + 1);
        }

        Runtime.SetMainArguments((int)count, strings);
        BootArguments arguments;
        arguments.Count = (int)count;
        arguments.Strings = strings;
        arguments.Exit = &Process.Exit;
        void* library = Runtime.LoadAssembly(Text.Of("System.Private.CoreLib"u8));
        void* type = library == null ? null : Runtime.FindClass(library, Text.Of("Skiff.Runtime"u8), Text.Of("Boot"u8));
        void* method = type == null ? null : Runtime.FindMethod(type, Text.Of("Run"u8), 1);
        if (method == null)
        {
            Fail("the base class library in "u8, DirectoryName(), " is not Skiff's; copy managed/ from the runtime pack"u8);
        }

        Runtime.Invoke(method, &arguments);
    }

    private static byte* DirectoryName() => *AppBundle.Directory == 0 ? Text.Of("/"u8) : AppBundle.Directory;

    private static void Fail(ReadOnlySpan<byte> before, byte* name, ReadOnlySpan<byte> after)
    {
        StandardError.Write("skiff: "u8);
        StandardError.Write(before);
        StandardError.Write(name);
        StandardError.Write(after);
        StandardError.Write(".\n"u8);
        Process.End(Process.CannotStart);
    }
}
