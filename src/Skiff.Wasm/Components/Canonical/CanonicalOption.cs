namespace Skiff.Wasm.Components;

/// <summary>An option of a canonical definition (specification: component binary format, <c>canonopt</c>).</summary>
public readonly record struct CanonicalOption
{
    private CanonicalOption(CanonicalOptionKind kind, Definition? item = null) => (Kind, Item) = (kind, item);

    /// <summary>Which option it is.</summary>
    public CanonicalOptionKind Kind { get; }

    /// <summary>The memory, function or type that the option names.</summary>
    public Definition? Item { get; }

    /// <summary>Strings are UTF-8, which is the default too.</summary>
    public static CanonicalOption Utf8 => new(CanonicalOptionKind.Utf8);

    /// <summary>Strings are UTF-16.</summary>
    public static CanonicalOption Utf16 => new(CanonicalOptionKind.Utf16);

    /// <summary>Strings are Latin-1 or UTF-16, as each says.</summary>
    public static CanonicalOption Latin1Utf16 => new(CanonicalOptionKind.Latin1Utf16);

    /// <summary>The asynchronous form of the calling convention.</summary>
    public static CanonicalOption Async => new(CanonicalOptionKind.Async);

    /// <summary>Values are on the garbage-collected heap.</summary>
    public static CanonicalOption Gc => new(CanonicalOptionKind.Gc);

    /// <summary>The core memory that lists and strings are in.</summary>
    public static CanonicalOption Memory(Definition memory) => new(CanonicalOptionKind.Memory, memory);

    /// <summary>The core function that allocates.</summary>
    public static CanonicalOption Realloc(Definition function) => new(CanonicalOptionKind.Realloc, function);

    /// <summary>The core function called when the results of a lifted function have been read.</summary>
    public static CanonicalOption PostReturn(Definition function) => new(CanonicalOptionKind.PostReturn, function);

    /// <summary>The core function called when what an asynchronous function waits for has happened.</summary>
    public static CanonicalOption Callback(Definition function) => new(CanonicalOptionKind.Callback, function);

    /// <summary>The core type of the function.</summary>
    public static CanonicalOption CoreType(Definition type) => new(CanonicalOptionKind.CoreType, type);

    /// <summary>The sort of what an option names; null if it names nothing.</summary>
    internal static Sort? Operand(CanonicalOptionKind kind) => kind switch
    {
        CanonicalOptionKind.Memory => Sort.CoreMemory,
        CanonicalOptionKind.Realloc or CanonicalOptionKind.PostReturn or CanonicalOptionKind.Callback => Sort.CoreFunction,
        CanonicalOptionKind.CoreType => Sort.CoreType,
        _ => null,
    };

    /// <summary>Makes an option as it is read.</summary>
    internal static CanonicalOption Make(CanonicalOptionKind kind, Definition? item) => new(kind, item);
}
