namespace Skiff.Personality;

/// <summary>A program in a <see cref="Bundle"/>: what the runtime is told of it, and what it is told of where it runs.</summary>
internal static unsafe class BundledProgram
{
    /// <summary>Sets what the runtime starts with: properties, cultures, assemblies.</summary>
    internal static void Configure()
    {
        if (!Bundle.IsWhole())
        {
            Boot.Fail("the memory for the program holds no bundle; link the program again with the tool that this runtime is from"u8);
        }

        Properties.Initialize();
        BundleEntry* configuration = Bundle.First(BundleEntry.Configuration);
        if (configuration != null)
        {
            Boot.ReadConfiguration(Bundle.Name(configuration), Bundle.Content(configuration), configuration->Size);
        }

        LoadCultures();
        Bundle.Register();
    }

    /// <summary>
    /// Makes the runtime read the symbols of the assemblies that it loads from now on, if the bundle has some. It also
    /// notes for each method that it compiles from now on which instruction comes from which line.
    /// </summary>
    internal static void ReadSymbols()
    {
        if (Bundle.First(BundleEntry.Symbols) != null)
        {
            Runtime.ReadSymbols();
        }
    }

    /// <summary>The path of the module, new memory: the host's first argument, or the program's name where it gives none.</summary>
    internal static byte* ModulePath()
    {
        byte* path = (byte*)Process.Allocate(Paths.Maximum);
        bool isNamed = Arguments.Count > 0 && *Arguments.At(0) != 0;
        if (isNamed
            && Paths.Canonicalize(WorkingDirectory.Path, Arguments.At(0), path) == Errno.Success
            && *path != 0)
        {
            return path;
        }

        Text.Copy(path, Text.Of("/program.wasm"u8), (uint)"/program.wasm"u8.Length + 1);
        return path;
    }

    /// <summary>The directory of a canonical path with a slash behind it, new memory.</summary>
    internal static byte* DirectoryOf(byte* path)
    {
        byte* directory = Text.Duplicate(path, Paths.Parent(path, Text.Length(path)) + 1);
        if (directory == null)
        {
            Process.OutOfMemory();
        }

        return directory;
    }

    private static void LoadCultures()
    {
        if (Globalization.IsInvariant())
        {
            return;
        }

        BundleEntry* data = Bundle.First(BundleEntry.Icu);
        if (data == null)
        {
            Boot.Fail("the program has no ICU data; link it with some, or set InvariantGlobalization in the project"u8);
        }

        if (Runtime.LoadIcuData(Bundle.Content(data)) == 0)
        {
            Boot.Fail("the bundle's data for cultures is not of ICU; link the program with a file of the runtime pack"u8);
        }
    }
}
