using System.Globalization;
using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Linker.Inspection;

/// <summary>An import or export of a module or component.</summary>
/// <param name="Module">The module that an import comes from; null for an export, and in a component.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">
/// <c>function</c>, <c>table</c>, <c>memory</c>, <c>global</c> or <c>tag</c>; of a component <c>instance</c>, <c>function</c>,
/// <c>type</c>, <c>component</c>, <c>module</c> or <c>value</c>.
/// </param>
/// <param name="Type">
/// Its type, such as <c>[i32 i32] -> [i32]</c>, or <c>1..16</c> pages of memory; of a component's instance, how much it has.
/// </param>
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

    internal static InterfaceItem Of(NamedSignature item) => item.Signature switch
    {
        InstanceSignature instance => new(null, item.Name.Name, "instance", Text(instance)),
        FunctionSignature function => new(null, item.Name.Name, "function", function.ToString()),
        TypeSignature { Type: ResourceIdentity } => new(null, item.Name.Name, "type", "resource"),
        TypeSignature type => new(null, item.Name.Name, "type", type.Type is ResolvedType value ? value.ToString() : ""),
        ComponentSignature => new(null, item.Name.Name, "component", ""),
        ModuleSignature => new(null, item.Name.Name, "module", ""),
        ValueSignature value => new(null, item.Name.Name, "value", value.Type.ToString()),
        _ => throw new ArgumentException($"{item.Name} is of no kind that can be imported or exported.", nameof(item)),
    };

    private static string Text(InstanceSignature instance)
    {
        string[] counts =
        [
            .. Count(instance.Exports.Count(export => export.Signature is FunctionSignature), "function"),
            .. Count(instance.Exports.Count(export => export.Signature is TypeSignature), "type"),
        ];
        return string.Join(", ", counts);

        static IEnumerable<string> Count(int count, string noun) =>
            count == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}")];
    }

    private static string Text(Limits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(limits.Is64 ? "i64 " : "")}{limits.Minimum}..{limits.Maximum}{(limits.IsShared ? " shared" : "")}");
}
