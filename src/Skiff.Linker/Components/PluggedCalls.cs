using Skiff.Linker.Interop;
using Skiff.Wasm;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;
using Function = Skiff.Wasm.Function;

namespace Skiff.Linker.Components;

/// <summary>
/// Connects what one assembly imports with what another one exports. Both have one memory, so values without addresses
/// and handles need no more than to be passed on, or copied to where the caller wants them.
/// </summary>
internal sealed class PluggedCalls(Module module, Memory memory, ProgramWorld world, IReadOnlyList<Export> exports)
{
    private static readonly ComponentNames s_names = ComponentNames.Instance;

    private readonly Flattening _flattening = new(PointerWidth.Bits32);
    private readonly CanonicalLayout _layout = new(PointerWidth.Bits32);

    /// <summary>The function that an import of a plugged interface is; null for any other import.</summary>
    /// <exception cref="AppLinkException">It passes values that cannot be passed on like this.</exception>
    public Function? Find(ImportedFunction import)
    {
        foreach (PluggedInterface plug in world.Plugged)
        {
            if (plug.Name != import.Library)
            {
                continue;
            }

            return plug.Import.Interface.AllFunctions.FirstOrDefault(function => s_names.GetImport(plug.Import, function).Name == import.EntryPoint) is { } called
                ? Connect(plug, called)
                : throw Unsupported(plug, $"'{import.EntryPoint}'");
        }

        return null;
    }

    private Function Connect(PluggedInterface plug, Wit.Function called)
    {
        var lowered = CoreSignature.Of(called, CanonicalDirection.Lower, _flattening);
        if (lowered.HasIndirectParameters || called.Parameters.Exists(parameter => HasReference(parameter.Type)) || (called.Result is { } type && HasReference(type)))
        {
            throw Unsupported(plug, $"the function '{called.Name}'");
        }

        Function target = Exported(s_names.GetExport(plug.Export, called))!;
        if (!lowered.HasReturnPointer)
        {
            return target;
        }

        // The callee returns where its result is, the caller says where it wants it.
        Function adapter = module.Add(new Function(world.PluggedNames.Imports[s_names.GetImport(plug.Import, called)]) { Name = $"{plug.Name}#{called.Name}.plugged" });
        uint result = adapter.AddLocal(ValType.I32);
        uint place = (uint)lowered.Parameters.Count - 1;
        for (uint i = 0; i < place; i++)
        {
            adapter.Body.LocalGet(i);
        }

        adapter.Body.Call(target).LocalSet(result)
            .LocalGet(place).LocalGet(result).I32Const((int)_layout.GetSize(called.Result!)).Append(Instruction.MemoryCopy(memory, memory));
        if (Exported(s_names.GetExport(plug.Export, called, CoreExportKind.PostReturn)) is { } postReturn)
        {
            adapter.Body.LocalGet(result).Call(postReturn);
        }

        return adapter;
    }

    private Function? Exported(string name) => exports.FirstOrDefault(export => export.Name == name)?.Item as Function;

    private static bool HasReference(WitType type) => type.ContainsPointer() || type.ContainsHandle();

    private static AppLinkException Unsupported(PluggedInterface plug, string what) => new(
        LinkError.InvalidWorld,
        $"one assembly of the program imports {plug.Name} and another exports it, and {what} passes strings, lists or resources, which only components pass to each other; publish both as components and compose them with skiff compose");
}
