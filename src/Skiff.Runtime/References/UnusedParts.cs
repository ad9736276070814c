using Skiff.Wasm;
using Skiff.Wasm.Linking;

namespace Skiff.Runtime.References;

/// <summary>
/// Cuts off parts of the runtime that only something which is never there could use, but that the runtime asks whether it
/// is there: the debugger's agent, which nothing outside of the module can reach, and code compiled ahead of time, which
/// no library for it can be loaded with. They get the answers that they would give.
/// </summary>
internal sealed class UnusedParts
{
    /// <summary>What fills the table of the debugger's component.</summary>
    private static readonly string[] s_debuggerTables =
        ["mono_component_debugger_init", "debugger_agent_add_function_pointers", "mini_wasm_debugger_add_function_pointers"];

    /// <summary>
    /// Asked for machine code, or for what comes with it, these say that there is none: by doing nothing, or by 0. Modules
    /// of machine code are registered by the program that contains them or loaded by <c>dlopen</c>; neither happens.
    /// </summary>
    private static readonly string[] s_machineCode =
        ["load_aot_module", "mono_aot_get_method", "mono_aot_find_jit_info", "mono_aot_get_class_from_name", "mono_aot_get_cached_class_info"];

    /// <summary>These are called by machine code only.</summary>
    private static readonly string[] s_calledByMachineCode = ["mini_llvm_init_method", "resolve_vcall"];

    /// <summary>
    /// Changes of assemblies begin with the second function, which asks hot reload's component for the first one, by a
    /// table that everything else about changes is in as well.
    /// </summary>
    private static readonly (string Called, string Caller) s_changes = ("hot_reload_apply_changes", "mono_image_load_enc_delta");

    private readonly RuntimeObjects _objects;
    private readonly IReadOnlySet<RuntimeSymbol> _kept;
    private readonly Dictionary<uint, (ElementSegment Segment, int Index)> _slots = [];
    private readonly Dictionary<FunctionType, Function> _stubs = [];
    private readonly Module _module;

    private UnusedParts(Module module, RuntimeObjects objects, IReadOnlySet<RuntimeSymbol> kept)
    {
        _module = module;
        _objects = objects;
        _kept = kept;
        foreach (var segment in module.ElementSegments.Where(s => s.Offset?.IntegerValue is not null))
        {
            for (var i = 0; i < segment.Items.Count; i++)
            {
                _slots[(uint)(segment.Offset!.IntegerValue!.Value + i)] = (segment, i);
            }
        }
    }

    /// <summary>Changes the module and what is known of its references.</summary>
    /// <param name="module">The module.</param>
    /// <param name="objects">Its object files, with everything found.</param>
    /// <param name="kept">What the linker kept of them.</param>
    /// <param name="answers">Gets the slots that hold answers.</param>
    /// <exception cref="LinkException">The runtime is not made as is known; the message says what moved.</exception>
    public static void CutOff(Module module, RuntimeObjects objects, IReadOnlySet<RuntimeSymbol> kept, RuntimeSymbol answers)
    {
        var parts = new UnusedParts(module, objects, kept);
        parts.CutDebugger(answers);
        s_machineCode.Select(parts.Alone).ToList().ForEach(function => Fill(function, returns: true));
        s_calledByMachineCode.Select(parts.Alone).ToList().ForEach(function => Fill(function, returns: false));
        parts.MoveChanges();
    }

    private void CutDebugger(RuntimeSymbol answers)
    {
        var tables = s_debuggerTables.Select(Symbol).ToList();
        var component = tables[0].File!.Name.Split('(')[0];
        var functions = tables.SelectMany(t => t.References).Where(s => s.Function is not null && s.Slots.Count > 0).Distinct().ToList();
        if (functions.Count < 20)
        {
            throw new LinkException($"The debugger's component of the runtime has {functions.Count} functions in its table; is it filled elsewhere now?");
        }

        foreach (var function in functions)
        {
            if (_kept.FirstOrDefault(s => s.References.Contains(function) && s.File?.Name.Split('(')[0] != component) is { } other)
            {
                throw new LinkException($"'{other}' uses the debugger's function '{function}' without its table; what for?");
            }

            foreach (var slot in function.Slots)
            {
                var (segment, index) = _slots[slot];
                segment.Items[index] = ConstantExpression.Function(Stub(segment.Items[index].Instructions[0].Function.Type));
            }

            answers.Slots.AddRange(function.Slots);
            function.Slots.Clear();
        }

        foreach (var table in tables)
        {
            table.References.ExceptWith(functions);
        }
    }

    // A function that is nowhere in line: whatever calls it gets what it answers.
    private RuntimeSymbol Alone(string name)
    {
        var symbol = Symbol(name);
        if (symbol.Functions is not [var function] || _objects.SymbolsOf(function) is not [_])
        {
            throw new LinkException($"The runtime's function '{name}' is not one function of the module; was it made part of another?");
        }

        foreach (var caller in Callers(symbol))
        {
            if (!caller.Functions.TrueForAll(f => f.Body.Exists(i => i.Operand == function)))
            {
                throw new LinkException($"The runtime's function '{name}' is in line in '{caller}', so that what it answers there cannot be told.");
            }
        }

        return symbol;
    }

    private static void Fill(RuntimeSymbol symbol, bool returns)
    {
        Fill(symbol.Functions[0], returns);
        symbol.References.Clear();
    }

    // The functions of the module that call a function, directly or by one that is part of them.
    private HashSet<RuntimeSymbol> Callers(RuntimeSymbol symbol)
    {
        HashSet<RuntimeSymbol> seen = [symbol];
        HashSet<RuntimeSymbol> callers = [];
        Queue<RuntimeSymbol> pending = new(seen);
        while (pending.TryDequeue(out var called))
        {
            foreach (var caller in _kept.Where(s => s.Relocations.Any(r => !r.TakesSlot && r.Symbol.Kind == Wasm.Objects.ObjectSymbolKind.Function && _objects.Resolve(r.Symbol).Contains(called))))
            {
                if (caller.Functions.Count > 0)
                {
                    callers.Add(caller);
                }
                else if (seen.Add(caller))
                {
                    pending.Enqueue(caller);
                }
            }
        }

        return callers;
    }

    private void MoveChanges()
    {
        var called = Symbol(s_changes.Called);
        var caller = Symbol(s_changes.Caller);
        if (_kept.Count(s => s.References.Contains(called)) != 1)
        {
            throw new LinkException($"The runtime's function '{called}' is used by more than one table; who calls it now?");
        }

        foreach (var table in _kept.Where(s => s.References.Contains(called)))
        {
            table.References.Remove(called);
        }

        caller.References.Add(called);
    }

    private Function Stub(FunctionType type)
    {
        if (!_stubs.TryGetValue(type, out var stub))
        {
            _stubs.Add(type, stub = _module.Add(new Function(type) { Name = $"skiff.no_debugger_{_stubs.Count}" }));
            Fill(stub, returns: true);
        }

        return stub;
    }

    private static void Fill(Function function, bool returns)
    {
        var body = function.ResetBody();
        if (!returns)
        {
            body.Unreachable();
            return;
        }

        foreach (var result in function.Type.Results)
        {
            body.Append(result == ValType.I32 ? Instruction.I32Const(0) : result == ValType.I64 ? Instruction.I64Const(0)
                : throw new LinkException($"The runtime's function '{function.Name}' returns neither an address nor a number."));
        }
    }

    private RuntimeSymbol Symbol(string name) => _kept.Where(s => s.Names.Contains(name)).ToList() is [var symbol] ? symbol
        : throw new LinkException($"The runtime has no function '{name}', or more than one; what is it called now?");
}
