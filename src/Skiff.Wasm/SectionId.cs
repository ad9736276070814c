namespace Skiff.Wasm;

/// <summary>The sections of the binary format, each with its identifier (specification: binary format, sections).</summary>
public enum SectionId : byte
{
    /// <summary>Contents of any kind under a name.</summary>
    Custom = 0,

    /// <summary>Types.</summary>
    Type = 1,

    /// <summary>Imports.</summary>
    Import = 2,

    /// <summary>The types of defined functions.</summary>
    Function = 3,

    /// <summary>Tables.</summary>
    Table = 4,

    /// <summary>Memories.</summary>
    Memory = 5,

    /// <summary>Globals.</summary>
    Global = 6,

    /// <summary>Exports.</summary>
    Export = 7,

    /// <summary>The start function.</summary>
    Start = 8,

    /// <summary>Element segments.</summary>
    Element = 9,

    /// <summary>The bodies of defined functions.</summary>
    Code = 10,

    /// <summary>Data segments.</summary>
    Data = 11,

    /// <summary>The number of data segments.</summary>
    DataCount = 12,

    /// <summary>Exception tags.</summary>
    Tag = 13,
}
