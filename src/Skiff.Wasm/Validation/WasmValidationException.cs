namespace Skiff.Wasm.Validation;

/// <summary>A module is well-formed but not valid; the message names the item and, for code read from a file, the byte.</summary>
public sealed class WasmValidationException : Exception
{
    internal WasmValidationException(string message, object? item, long offset)
        : base(Compose(message, item, offset))
    {
        Item = item;
        Offset = offset;
    }

    /// <summary>The function, global, segment… that is not valid; null for the module as a whole.</summary>
    public object? Item { get; }

    /// <summary>The offset in the file the module was read from; 0 if unknown.</summary>
    public long Offset { get; }

    private static string Compose(string message, object? item, long offset)
    {
        string place = item is null ? "" : $"in {item}";
        string at = offset == 0 ? "" : $"byte {offset}";
        string where = string.Join(", ", new[] { place, at }.Where(part => part.Length > 0));
        return where.Length == 0 ? message : $"{message} ({where})";
    }
}
