using Mono.Cecil;
using Mono.Cecil.Cil;
using Skiff.Compiler.Emission;
using Skiff.Compiler.Flow;
using Skiff.Compiler.Flow.Simplification;
using Skiff.Compiler.Flow.Structuring;
using Skiff.Compiler.Il;
using Skiff.Wasm;
using StructType = Skiff.Compiler.Il.StructType;
using TypeSystem = Skiff.Compiler.Il.TypeSystem;

namespace Skiff.Compiler.Program;

/// <summary>Compiles what the exports of a program reach, and collects every reason why it cannot.</summary>
internal sealed class ProgramCompiler : IProgram
{
    private readonly AssemblyDefinition _program;
    private readonly ReferenceResolver _references;
    private readonly ModuleEnvironment _environment;
    private readonly Func<MethodDefinition, string?> _exportName;
    private readonly uint _tableBase;
    private readonly DataImage _image;
    private readonly Dictionary<MethodInstance, Function> _functions = [];
    private readonly Dictionary<MethodInstance, Signature> _signatures = [];
    private readonly Dictionary<(string, string), Function> _imports = [];
    private readonly Dictionary<Function, FlowGraph> _graphs = [];
    private readonly Dictionary<Function, Region> _regions = [];
    private readonly Dictionary<Function, CodePlace> _sites = [];
    private readonly Queue<(MethodInstance Method, Function Function)> _pending = new();
    private readonly List<Function> _slots = [];
    private readonly Dictionary<Function, uint> _slotOf = [];
    private readonly Dictionary<MethodDefinition, HashSet<IlType>> _initialises = [];
    private readonly Dictionary<IlType, Function?> _constructors = [];
    private readonly List<CompilationError> _errors = [];
    private readonly HashSet<(MethodDefinition, int)> _reported = [];

    /// <summary>Prepares to compile <paramref name="program"/>.</summary>
    /// <param name="program">The assembly.</param>
    /// <param name="references">What it refers to.</param>
    /// <param name="options">Addresses.</param>
    /// <param name="exportName">The name under which a method is exported; <see langword="null"/> when it is not.</param>
    public ProgramCompiler(AssemblyDefinition program, ReferenceResolver references, CompilerOptions options, Func<MethodDefinition, string?> exportName)
    {
        _exportName = exportName;
        _program = program;
        _references = references;
        _tableBase = options.TableBase;
        _environment = new ModuleEnvironment(new Module { Name = program.Name.Name });
        Types = new TypeSystem();
        Metadata = new Metadata(Types);
        _image = new DataImage(options.DataBase);
        Data = new StaticData(_image);
    }

    /// <inheritdoc/>
    public TypeSystem Types { get; }

    /// <inheritdoc/>
    public Metadata Metadata { get; }

    /// <inheritdoc/>
    public StaticData Data { get; }

    /// <summary>Compiles everything.</summary>
    /// <exception cref="CompilationException">The program is not freestanding C#.</exception>
    public CompilationResult Compile()
    {
        foreach (TypeDefinition type in _program.MainModule.GetTypes())
        {
            foreach (MethodDefinition method in type.Methods)
            {
                Export(method);
            }
        }

        if (_environment.Module.Exports.Count == 0 && _errors.Count == 0)
        {
            _errors.Add(new CompilationError(_program.Name.Name, "no [UnmanagedCallersOnly(EntryPoint = …)] method, so that nothing in it can be called", null, 0));
        }

        TranslatePending();
        ThrowIfErrors();
        new StaticInitialisation(_constructors, _graphs, RequirementsOf, _image, SlotFunction, ReportStatic).Run();
        ThrowIfErrors();
        Emit();
        return new CompilationResult(_environment.Module, _image.Size, (uint)_slots.Count);
    }

    /// <inheritdoc/>
    public bool IsLibrary(MethodInstance method) => _references.IsReference(method.Definition.Module);

    /// <inheritdoc/>
    public Signature SignatureOf(MethodInstance method)
    {
        if (!_signatures.TryGetValue(method, out Signature? signature))
        {
            _signatures.Add(method, signature = new Signature(method.Parameters, method.ReturnType, method.IsUnmanaged, method.Name));
        }

        return signature;
    }

    /// <inheritdoc/>
    public Function FunctionOf(MethodInstance method, CodePlace caller)
    {
        if (_functions.TryGetValue(method, out Function? function))
        {
            return function;
        }

        Signature signature = SignatureOf(method);
        if (method.Definition.IsPInvokeImpl)
        {
            function = ImportOf(method, signature);
        }
        else if (!method.Definition.HasBody)
        {
            throw new UnsupportedConstructException($"{method}, which the .NET runtime implements");
        }
        else
        {
            function = new Function(signature.Type) { Name = method.Name };
            _sites.Add(function, new CodePlace(method, null, caller));
            _pending.Enqueue((method, function));
        }

        _functions.Add(method, function);
        return function;
    }

    /// <inheritdoc/>
    public uint SlotOf(MethodInstance method, CodePlace caller)
    {
        Function function = FunctionOf(method, caller);
        if (!_slotOf.TryGetValue(function, out uint slot))
        {
            _slotOf.Add(function, slot = _tableBase + (uint)_slots.Count);
            _slots.Add(function);
        }

        return slot;
    }

    /// <inheritdoc/>
    public Function LibraryFunction(Type type, string name, CodePlace caller)
    {
        TypeDefinition definition = _references.OwnAssembly.MainModule.GetType(type.FullName);
        MethodDefinition method = definition.Methods.Single(m => m.Name == name);
        return FunctionOf(Metadata.Method(method, Types.Close(definition, GenericContext.None), []), caller);
    }

    /// <inheritdoc/>
    public void RequireInitialised(IlType type, CodePlace user)
    {
        TypeDefinition? definition = (type as StructType)?.Definition ?? (type as ObjectType)?.Definition;
        MethodDefinition? constructor = definition?.Methods.FirstOrDefault(m => m.IsConstructor && m.IsStatic);
        if (constructor is null)
        {
            return;
        }

        for (CodePlace? site = user; site is not null; site = site.Caller)
        {
            // Inlined code counts for those it is inlined into.
            if (!_initialises.TryGetValue(site.Method.Definition, out HashSet<IlType>? required))
            {
                _initialises.Add(site.Method.Definition, required = []);
            }

            if (!required.Add(type))
            {
                break;
            }
        }

        if (!_constructors.ContainsKey(type))
        {
            _constructors.Add(type, null);
            _constructors[type] = FunctionOf(Metadata.Method(constructor, type, []), user);
        }
    }

    /// <inheritdoc/>
    public void Report(CodePlace site, string construct)
    {
        string? callee = null;
        while (IsLibrary(site.Method) && site.Caller is not null)
        {
            callee = site.Method.Name;
            site = site.Caller;
        }

        // One error for a line: the first is the cause of the others.
        SequencePoint? source = site.Source;
        if (!_reported.Add((site.Method.Definition, source?.StartLine ?? -1 - (site.Instruction?.Offset ?? 0))))
        {
            return;
        }

        string what = callee is null ? construct : $"{callee}, which needs {construct}";
        _errors.Add(new CompilationError(site.Method.Name, what, source?.Document.Url, source?.StartLine ?? 0));
    }

    private void ReportStatic(Function constructor, string construct) => Report(_sites[constructor], construct);

    private HashSet<IlType> RequirementsOf(Function function) =>
        _sites.TryGetValue(function, out CodePlace? site) && _initialises.TryGetValue(site.Method.Definition, out HashSet<IlType>? types) ? types : [];

    private Function? SlotFunction(uint slot) => slot - _tableBase < (uint)_slots.Count ? _slots[(int)(slot - _tableBase)] : null;

    private void Export(MethodDefinition method)
    {
        if (_exportName(method) is not { } name)
        {
            return;
        }

        try
        {
            MethodInstance instance = Metadata.Method(method, Types.Close(method.DeclaringType, GenericContext.None), []);
            var site = new CodePlace(instance, null, null);
            if (_environment.Module.FindExport(name) is not null)
            {
                Report(site, $"the export name \"{name}\", which another method has");
                return;
            }

            if (method.HasGenericParameters || method.DeclaringType.HasGenericParameters)
            {
                Report(site, "generic parameters, which an export cannot have");
                return;
            }

            _environment.Module.Export(name, FunctionOf(instance, site));
        }
        catch (UnsupportedConstructException e)
        {
            SequencePoint? source = method.DebugInformation.SequencePoints.FirstOrDefault();
            _errors.Add(new CompilationError($"{method.DeclaringType.FullName}::{method.Name}", e.Message, source?.Document.Url, source?.StartLine ?? 0));
        }
    }

    private Function ImportOf(MethodInstance method, Signature signature)
    {
        PInvokeInfo info = method.Definition.PInvokeInfo;
        string name = info.EntryPoint is { Length: > 0 } entryPoint ? entryPoint : method.Definition.Name;
        if (_imports.TryGetValue((info.Module.Name, name), out Function? function))
        {
            return function.Type.Equals(signature.Type)
                ? function
                : throw new UnsupportedConstructException($"the import {info.Module.Name}.{name} as {signature.Type}, which elsewhere is {function.Type}");
        }

        function = _environment.Module.Import(info.Module.Name, name, new Function(signature.Type) { Name = method.Name });
        _imports.Add((info.Module.Name, name), function);
        return function;
    }

    private void TranslatePending()
    {
        while (_pending.TryDequeue(out (MethodInstance Method, Function Function) next))
        {
            CodePlace site = _sites[next.Function];
            try
            {
                FlowGraph graph = MethodTranslator.Translate(next.Method, site, this);
                Simplifier.Simplify(graph);
                _graphs.Add(next.Function, graph);
                _regions.Add(next.Function, Structurer.Structure(graph));
            }
            catch (IrreducibleFlowException e)
            {
                Report(site, e.Message);
            }
            catch (UnsupportedConstructException e)
            {
                Report(site, e.Message);
            }
        }
    }

    private void Emit()
    {
        var reached = new HashSet<Function>();
        var pending = new Stack<Function>(_environment.Module.Exports.Select(e => (Function)e.Item).Concat(_slots));
        while (pending.TryPop(out Function? function))
        {
            if (reached.Add(function) && _graphs.TryGetValue(function, out FlowGraph? graph))
            {
                foreach (CallExpression call in graph.ReversePostorder().SelectMany(Walk.Expressions).OfType<CallExpression>())
                {
                    pending.Push(call.Function);
                }
            }
        }

        Module module = _environment.Module;
        module.Functions.RemoveAll(f => !reached.Contains(f));
        foreach ((Function function, FlowGraph graph) in _graphs)
        {
            if (!reached.Contains(function))
            {
                continue;
            }

            module.Add(function);
            FunctionEmitter.Emit(graph, _regions[function], function, _environment);
        }

        if (_slots.Count > 0)
        {
            module.ElementSegments.Add(new ElementSegment(_environment.FunctionTable, Wasm.ConstantExpression.I32((int)_tableBase), _slots));
        }

        foreach ((uint address, ReadOnlyMemory<byte> bytes) in _image.Segments())
        {
            module.DataSegments.Add(new DataSegment(_environment.Memory, Wasm.ConstantExpression.I32((int)address), bytes));
        }
    }

    private void ThrowIfErrors()
    {
        if (_errors.Count > 0)
        {
            throw new CompilationException([.. _errors.OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)]);
        }
    }
}
