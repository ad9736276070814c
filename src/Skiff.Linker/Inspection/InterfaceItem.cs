using System.Globalization;
using Skiff.Wasm;

namespace Skiff.Linker.Inspection;

/// <summary>An import or export of a module.</summary>
/// <param name="Module">The module that an import comes from; null for an export.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind"><c>function</c>, <c>table</c>, <c>memory</c>, <c>global</c> or <c>tag</c>.</param>
/// <param name="Type">Its type, such as <c>[i32 i32] -> [i32]</c>, or <c>1..16</c> pages of memory.</param>
public sealed record InterfaceItem(string? Module, string Name, string Kind, string Type)
{
    internal static InterfaceItem Of(Extern item, string? module, string name) => item switch
    {
        Function function => new(module, name, "function", function.Type.ToString()),
        Table table => new(module, name, "table", $"{Text(table.Limits)} {table.ElementType}"),
        Memory memory => new(module, name, "memory", Text(memory.Limits)),
        Global global => new(module, name, "global", global.IsMutable ? $"(mut {global.Type})" : global.Type.ToString()),
        Tag tag => new(module, name, "tag", tag.Type.ToString()),
        _ => throw new ArgumentException($"{item} is of no kind that can be imported or exported.", nameof(item)),
    };

    private static string Text(Limits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(limits.Is64 ? "i64 " : "")}{limits.Minimum}..{limits.Maximum}{(limits.IsShared ? " shared" : "")}");
}
