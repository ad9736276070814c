namespace Skiff.Linker;

/// <summary>Why a program cannot be linked. The number is that of the message, as in <c>SKIFF2001</c>.</summary>
public enum LinkError
{
    /// <summary>A file that the program is made of cannot be read.</summary>
    UnreadableInput = 2001,

    /// <summary>The assemblies do not make a program: one is missing, occurs twice or is no assembly.</summary>
    InvalidAssemblies = 2002,

    /// <summary>The runtime pack is incomplete, or of a version that this linker does not know.</summary>
    InvalidRuntimePack = 2003,

    /// <summary>The runtime configuration is malformed.</summary>
    InvalidRuntimeConfiguration = 2004,

    /// <summary>ICU's data of the runtime pack does not have a culture.</summary>
    UnknownCulture = 2005,

    /// <summary>A file of ICU data is malformed.</summary>
    InvalidIcuData = 2006,

    /// <summary>The program did not get as far as its <c>Main</c> when it was booted for the snapshot.</summary>
    BootFailed = 2007,

    /// <summary>Booting the program for the snapshot took too long.</summary>
    BootTimedOut = 2008,

    /// <summary>The module cannot be written.</summary>
    UnwritableOutput = 2009,

    /// <summary>A native function that the program calls has a signature that WebAssembly imports do not support.</summary>
    UnsupportedImport = 2010,

    /// <summary>A method that the program offers to the host cannot be a WebAssembly export.</summary>
    UnsupportedExport = 2011,

    /// <summary>The program does not fit into 32-bit memory.</summary>
    TooLarge = 2012,

    /// <summary>The worlds of the program's assemblies cannot be read or do not make a component.</summary>
    InvalidWorld = 2014,

    /// <summary>The program does not import or export what its world says.</summary>
    WorldMismatch = 2015,
}
