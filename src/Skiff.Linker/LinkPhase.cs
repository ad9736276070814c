namespace Skiff.Linker;

/// <summary>A part of linking. Some go on at the same time.</summary>
public enum LinkPhase
{
    /// <summary>Assemblies, culture data and configuration are read and bundled.</summary>
    Bundle,

    /// <summary>The runtime's module is read.</summary>
    ReadRuntime,

    /// <summary>What the program cannot reach is removed from the runtime.</summary>
    RemoveDeadCode,

    /// <summary>The runtime is compiled for this machine, which happens once.</summary>
    CompileRuntime,

    /// <summary>The program is run to learn which methods it calls.</summary>
    Train,

    /// <summary>The program is booted up to its <c>Main</c>.</summary>
    Boot,

    /// <summary>The bundle, or what the boot left in memory, is put into the module.</summary>
    Assemble,

    /// <summary>The module is written.</summary>
    Write,
}
