using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// From the host's arguments to managed code (docs/architecture.md, "Boot"). What goes wrong on the way is
/// one sentence on standard error and exit code 2.
/// </summary>
internal static unsafe class Boot
{
    /// <summary>The managed method that runs <c>Main</c>, once the program is ready for it.</summary>
    private static void* _program;

    /// <summary><c>skiff_bundle</c>: <see cref="AllocateBundle"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_bundle")]
    internal static byte* NewBundle(uint size) => AllocateBundle(size);

    /// <summary><c>skiff_methods</c>: <see cref="Snapshot.AllocateMethods"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_methods")]
    internal static byte* NewMethods(uint size) => Snapshot.AllocateMethods(size);

    /// <summary><c>skiff_notes</c>: <see cref="Training.AllocateNotes"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_notes")]
    internal static byte* NewNotes(uint size) => Training.AllocateNotes(size);

    /// <summary><c>skiff_train</c>: <see cref="Snapshot.Train"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_train")]
    internal static void TrainProgram() => Snapshot.Train();

    /// <summary><c>skiff_boot</c>: <see cref="Snapshot.Boot"/>.</summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_boot")]
    internal static void BootSnapshot() => Snapshot.Boot();

    /// <summary><c>skiff_start</c>: <c>_start</c> of a snapshot.</summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_start")]
    internal static void StartSnapshot() => Run();

    /// <summary>
    /// <c>skiff_enter</c>: called before each export of the program; the first time it makes the program ready without
    /// running <c>Main</c>.
    /// </summary>
    [UnmanagedCallersOnly(EntryPoint = "skiff_enter")]
    internal static void EnterProgram() => Enter();

    /// <summary>Makes room for a <see cref="Bundle"/>, which the caller fills before anything else is called.</summary>
    internal static byte* AllocateBundle(uint size)
    {
        Runtime.CallConstructors();
        return Bundle.Allocate(size);
    }

    /// <summary>Starts the program and ends with it.</summary>
    internal static void Run()
    {
        Enter();
        // What it was told when it was entered, it knows.
        BootArguments nothing = default;
        Runtime.Invoke(_program, &nothing);
        Process.End(0);
    }

    /// <summary>Makes the program ready to run, or for its exports to be called, unless it is already.</summary>
    internal static void Enter()
    {
        if (_program != null)
        {
            return;
        }

        if (Snapshot.Exists)
        {
            _program = Snapshot.Continue();
        }
        else
        {
            _program = Load();
        }
    }

    /// <summary>Nothing was entered.</summary>
    internal static void Forget() => _program = null;

    private static void* Load()
    {
        if (Bundle.Exists)
        {
            InitializeHost();
            BundledProgram.Configure();
            BundledProgram.ReadSymbols();
        }
        else
        {
            Runtime.CallConstructors();
            InitializeHost();
            FindApplication();
            SetProperties();
            LoadCultures();
            ReadSymbols();
        }

        BootArguments arguments;
        SetArguments(&arguments);
        StartRuntime(&arguments);
        Runtime.SetMainArguments(arguments.Count, arguments.Strings);
        void* program = FindManaged("Run"u8);
        Runtime.Invoke(program, &arguments);
        return program;
    }

    /// <summary>Asks the host what it granted.</summary>
    internal static void InitializeHost()
    {
        Host.Initialize();
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
            Runtime.Free(text);
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

        Runtime.Free(managed);
        Properties.Set(Text.Of("TRUSTED_PLATFORM_ASSEMBLIES"u8), assemblies);
    }

    /// <summary>Sets the properties of a runtime configuration.</summary>
    internal static void ReadConfiguration(byte* path, byte* text, uint length)
    {
        JsonReader reader;
        Json.Initialize(&reader, text, length);
        RuntimeConfig.Read(&reader);
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

    /// <summary>Sets what managed code is given.</summary>
    internal static void SetArguments(BootArguments* arguments)
    {
        byte* path;
        uint first;
        if (Bundle.Exists)
        {
            path = BundledProgram.ModulePath();
            first = 1;
            arguments->Entry = Bundle.ProgramName();
            arguments->BaseDirectory = BundledProgram.DirectoryOf(path);
        }
        else
        {
            path = AppBundle.PathOf("/managed/"u8, Application.Name, Text.Of(".dll"u8));
            first = 2;
            arguments->Entry = Application.Name;
            arguments->BaseDirectory = AppBundle.PathOf("/managed/"u8, null, null);
        }

        uint count = Arguments.Count > first ? Arguments.Count - first + 1 : 1;
        byte** strings = (byte**)Process.Allocate(count * (uint)sizeof(byte*));
        strings[0] = path;
        for (uint i = 1; i < count; i++)
        {
            strings[i] = Arguments.At(first + i - 1);
        }

        arguments->Count = (int)count;
        arguments->Strings = strings;
        arguments->Exit = &Process.Exit;
        arguments->MuteOutput = &Descriptors.MuteOutput;
        arguments->Compile = &Interpreter.Compile;
        arguments->ReadSymbols = &Snapshot.ReadSymbols;
    }

    /// <summary>Frees what <see cref="SetArguments"/> allocated for a bundle.</summary>
    internal static void FreeArguments(BootArguments* arguments)
    {
        Runtime.Free(arguments->Strings[0]);
        Runtime.Free(arguments->Strings);
        Runtime.Free(arguments->Entry);
        Runtime.Free(arguments->BaseDirectory);
    }

    /// <summary>Starts the runtime with the properties set so far and those that are always there.</summary>
    internal static void StartRuntime(BootArguments* arguments)
    {
        Properties.Set(Text.Of("APP_CONTEXT_BASE_DIRECTORY"u8), arguments->BaseDirectory);
        Properties.Set(Text.Of("RUNTIME_IDENTIFIER"u8), Text.Of("wasi-wasm"u8));
        Runtime.LoadRuntime(0, (int)Properties.Count, Properties.Keys, Properties.Values);
    }

    /// <summary>A method of <c>Skiff.Runtime.Boot</c> with one parameter.</summary>
    internal static void* FindManaged(ReadOnlySpan<byte> name)
    {
        void* library = Runtime.LoadAssembly(Text.Of("System.Private.CoreLib"u8));
        void* type = library == null ? null : Runtime.FindClass(library, Text.Of("Skiff.Runtime"u8), Text.Of("Boot"u8));
        void* method = type == null ? null : Runtime.FindMethod(type, Text.Of(name), 1);
        if (method == null && Bundle.Exists)
        {
            Fail("the base class library in the bundle is not Skiff's; link the program with managed/ from the runtime pack"u8);
        }
        else if (method == null)
        {
            Fail("the base class library in "u8, DirectoryName(), " is not Skiff's; copy managed/ from the runtime pack"u8);
        }

        return method;
    }

    private static byte* DirectoryName() => *AppBundle.Directory == 0 ? Text.Of("/"u8) : AppBundle.Directory;

    /// <summary>Ends with a sentence on standard error.</summary>
    internal static void Fail(ReadOnlySpan<byte> sentence)
    {
        StandardError.Write("skiff: "u8);
        StandardError.Write(sentence);
        StandardError.Write(".\n"u8);
        Process.End(Process.CannotStart);
    }

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
