namespace Skiff.Bindings.Guest;

/// <summary>A place in memory: a local with an address, and how many bytes behind it.</summary>
internal readonly record struct Place(string Base, long Offset = 0)
{
    /// <summary>The address.</summary>
    public string Address => Offset == 0 ? Base : $"{Base} + {Offset}";

    /// <summary>What is there, as a value of a C# type.</summary>
    public string As(string type) =>
        type == "byte"
            ? Offset == 0 ? $"*{Base}" : $"{Base}[{Offset}]"
            : Offset == 0 ? $"*({type}*){Base}" : $"*({type}*)({Base} + {Offset})";

    /// <summary>A place some bytes behind.</summary>
    public Place Plus(long offset) => new(Base, Offset + offset);
}
