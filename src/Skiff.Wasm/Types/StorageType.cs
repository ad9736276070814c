namespace Skiff.Wasm;

/// <summary>How a field is stored: as a value, or packed into 8 or 16 bits (specification: types, storage types).</summary>
public readonly record struct StorageType
{
    internal const byte I8Code = 0x78;
    internal const byte I16Code = 0x77;

    private readonly ValType _type;

    private StorageType(ValType type) => _type = type;

    /// <summary>An integer of 8 bits.</summary>
    public static StorageType I8 => new(ValType.FromCode(I8Code));

    /// <summary>An integer of 16 bits.</summary>
    public static StorageType I16 => new(ValType.FromCode(I16Code));

    /// <summary>Whether the field is packed.</summary>
    public bool IsPacked => _type.Code is I8Code or I16Code;

    /// <summary>The type of the value on the stack: <c>i32</c> for packed fields.</summary>
    public ValType Unpacked => IsPacked ? ValType.I32 : _type;

    internal byte Code => _type.Code;

    /// <summary>Stores a value as it is.</summary>
    public static implicit operator StorageType(ValType type) => new(type);

    /// <summary>The text format's name.</summary>
    public override string ToString() => _type.Code switch
    {
        I8Code => "i8",
        I16Code => "i16",
        _ => _type.ToString(),
    };
}
