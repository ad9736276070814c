namespace Skiff.Wasm.Components;

/// <summary>
/// What a definition is, and so the index space it joins (specification: component binary format, <c>sort</c>). The
/// low byte is the binary code; sorts of the component level have 0x100 added.
/// </summary>
public enum Sort
{
    /// <summary>A core function.</summary>
    CoreFunction = 0x00,

    /// <summary>A core table.</summary>
    CoreTable = 0x01,

    /// <summary>A core memory.</summary>
    CoreMemory = 0x02,

    /// <summary>A core global.</summary>
    CoreGlobal = 0x03,

    /// <summary>A core tag.</summary>
    CoreTag = 0x04,

    /// <summary>A core type: of functions, of the garbage-collected heap, or of core modules.</summary>
    CoreType = 0x10,

    /// <summary>A core module.</summary>
    CoreModule = 0x11,

    /// <summary>An instance of a core module.</summary>
    CoreInstance = 0x12,

    /// <summary>A component function.</summary>
    Function = 0x101,

    /// <summary>A component value.</summary>
    Value = 0x102,

    /// <summary>A component type.</summary>
    Type = 0x103,

    /// <summary>A component.</summary>
    Component = 0x104,

    /// <summary>An instance of a component.</summary>
    Instance = 0x105,
}
