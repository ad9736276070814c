using System.Globalization;

namespace Skiff.Hosting;

/// <summary>One function of a wasm backtrace.</summary>
/// <param name="ModuleName">The module's name, from its name section.</param>
/// <param name="FunctionName">The function's name, from the name section.</param>
/// <param name="FunctionIndex">The function's index in its module.</param>
/// <param name="ModuleOffset">The byte offset of the instruction in the module.</param>
public sealed record TrapFrame(string? ModuleName, string? FunctionName, int FunctionIndex, long ModuleOffset)
{
    /// <summary>As one line: the name, or the index where there is none, and the offset.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{FunctionName ?? $"function {FunctionIndex}"} (+0x{ModuleOffset:x})");
}
