namespace Skiff.Wasm.Components;

/// <summary>The options of canonical definitions, each with its code (specification: component binary format, <c>canonopt</c>).</summary>
public enum CanonicalOptionKind : byte
{
    /// <summary>Strings are UTF-8.</summary>
    Utf8 = 0x00,

    /// <summary>Strings are UTF-16.</summary>
    Utf16 = 0x01,

    /// <summary>Strings are Latin-1 or UTF-16, as each says.</summary>
    Latin1Utf16 = 0x02,

    /// <summary>The memory that lists and strings are in.</summary>
    Memory = 0x03,

    /// <summary>The function that allocates in that memory.</summary>
    Realloc = 0x04,

    /// <summary>The function called when the results of a lifted function have been read.</summary>
    PostReturn = 0x05,

    /// <summary>The asynchronous form of the calling convention.</summary>
    Async = 0x06,

    /// <summary>The function called when what an asynchronous function waits for has happened.</summary>
    Callback = 0x07,

    /// <summary>The core type of the function; not in the specification yet, but in its tools.</summary>
    CoreType = 0x08,

    /// <summary>Values are on the garbage-collected heap; not in the specification yet, but in its tools.</summary>
    Gc = 0x09,
}
