using System.Globalization;

namespace Skiff.Hosting;

/// <summary>One function of a wasm backtrace.</summary>
/// <param name="ModuleName">The module's name, from its name section.</param>
/// <param name="FunctionName">The function's name, from the name section.</param>
/// <param name="FunctionIndex">The function's index in its module.</param>
/// <param name="ModuleOffset">The byte offset of the instruction in the module; null where the engine does not know it.</param>
public sealed record TrapFrame(string? ModuleName, string? FunctionName, int FunctionIndex, long? ModuleOffset)
{
    /// <summary>As one line: the name, or the index where there is none, and the offset.</summary>
    public override string ToString()
    {
        string name = FunctionName ?? string.Create(CultureInfo.InvariantCulture, $"function {FunctionIndex}");
        return ModuleOffset is { } offset ? string.Create(CultureInfo.InvariantCulture, $"{name} (+0x{offset:x})") : name;
    }
}
