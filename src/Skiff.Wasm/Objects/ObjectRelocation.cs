namespace Skiff.Wasm.Objects;

/// <summary>A place in code or data that the linker fills in (tool conventions: linking, relocation sections).</summary>
/// <param name="Type">How it is filled in.</param>
/// <param name="Offset">Where it is: from the start of the data segment, or of the function's code.</param>
/// <param name="Symbol">What it names.</param>
/// <param name="Addend">What is added to the symbol's address.</param>
public readonly record struct ObjectRelocation(RelocationType Type, uint Offset, ObjectSymbol Symbol, int Addend)
{
    /// <summary>Whether it takes a function's slot in the table, and so gives it one.</summary>
    public bool TakesSlot => Type switch
    {
        RelocationType.TableIndexSleb or RelocationType.TableIndexI32 or RelocationType.TableIndexRelSleb
            or RelocationType.TableIndexSleb64 or RelocationType.TableIndexI64 or RelocationType.TableIndexRelSleb64 => true,
        RelocationType.GlobalIndexLeb => Symbol.Kind == ObjectSymbolKind.Function,
        _ => false,
    };
}
