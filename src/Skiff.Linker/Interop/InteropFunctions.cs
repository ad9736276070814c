using Skiff.Linker.Components;
using Skiff.Wasm;

namespace Skiff.Linker.Interop;

/// <summary>
/// Makes a program's P/Invokes imports of the module and its <c>[UnmanagedCallersOnly]</c> methods exports. The runtime
/// finds native functions by looking them up in tables that were made when it was built. Its look-ups get bodies that look
/// here first.
/// </summary>
internal sealed class InteropFunctions
{
    private readonly Module _module;
    private readonly Memory _memory;
    private readonly Table _table;
    private readonly Global _stackPointer;
    private readonly ProgramInterop _program;
    private readonly InteropData _data;
    private readonly RuntimeFunctions _runtime;
    private readonly Function? _enter;
    private readonly Function _allocate;

    /// <summary>Prepares a module.</summary>
    /// <param name="runtime">The module.</param>
    /// <param name="program">What the program calls and offers.</param>
    /// <param name="data">What that needs in memory.</param>
    /// <param name="functions">The runtime's own functions for it.</param>
    /// <param name="enter">What every export calls first; null for exports of a command, which a host calls while it runs.</param>
    /// <exception cref="AppLinkException">The runtime is not one that this linker knows.</exception>
    public InteropFunctions(RuntimePackModule runtime, ProgramInterop program, InteropData data, RuntimeFunctions functions, Function? enter)
    {
        _module = runtime.Module;
        _memory = runtime.Memory;
        _table = runtime.Module.Tables[0];
        _stackPointer = runtime.Module.FindExport("__stack_pointer") as Global ?? throw RuntimePackModule.Missing("__stack_pointer");
        _program = program;
        _data = data;
        _runtime = functions;
        _enter = enter;
        _allocate = runtime.GetFunction(RuntimePackModule.ReallocExport);
        Base = new Global(ValType.I32, isMutable: false, ConstantExpression.I32(0));
    }

    /// <summary>The address of the data. Whoever knows it sets the initial value, or makes it mutable and assigns it.</summary>
    public Global Base { get; }

    /// <summary>Adds the functions.</summary>
    /// <param name="world">What the program is as a component; null if it is none.</param>
    /// <returns>What the program exports.</returns>
    public IReadOnlyList<Export> Add(ProgramWorld? world)
    {
        _module.Add(Base);
        IReadOnlyList<Export> exports = AddExports();
        AddImports(world is null || world.Plugged.Count == 0 ? null : new PluggedCalls(_module, _memory, _allocate, world, exports));
        return world is null ? exports : [.. exports.Where(export => !world.PluggedNames.Exports.ContainsKey(export.Name))];
    }

    private void AddImports(PluggedCalls? plugged)
    {
        if (_program.Imports.Count == 0)
        {
            return;
        }

        if (_program.Imports.Any(import => ArgumentLimits.IsExceeded(import.Signature)))
        {
            ArgumentLimits.Remove(_module);
        }

        Function[] imported =
        [
            .. _program.Imports.Select(import => plugged?.Find(import, () => Import(import)) ?? Import(import)),
        ];
        uint firstImport = _module.AppendToTable(_table, imported);
        LookUpLibraries();
        LookUpSymbols(firstImport);

        (string Cookie, NativeSignature Signature)[] signatures =
        [
            .. _program.Imports.Select(import => (import.Signature.Cookie, import.Signature)).DistinctBy(pair => pair.Cookie),
        ];
        uint firstCaller = _module.AppendToTable(_table, [.. signatures.Select(pair => Caller(pair.Signature))]);
        LookUpCallers([.. signatures.Select(pair => pair.Cookie)], firstCaller);
    }

    /// <summary>What the runtime itself imports, the program gets from there.</summary>
    private Function Import(ImportedFunction import)
    {
        if (InstructionFunctions.Has(import))
        {
            return InstructionFunctions.Add(_module, import);
        }

        FunctionType type = import.Signature.Type;
        return _module.FindImport(import.Library, import.EntryPoint) switch
        {
            Function function when function.Type.Equals(type) => function,
            Function function => throw new AppLinkException(
                LinkError.UnsupportedImport, $"the program calls '{import.Library}' '{import.EntryPoint}' as {type}, and the runtime calls it as {function.Type}"),
            _ => _module.Import(import.Library, import.EntryPoint, new Function(type)),
        };
    }

    private IReadOnlyList<Export> AddExports()
    {
        if (_program.Exports.Count == 0)
        {
            return [];
        }

        Function resolve = Resolver();
        Function[] callees = [.. _program.Exports.Select((export, index) => Callee(export, index, resolve))];
        uint firstCallee = _module.AppendToTable(_table, callees);
        LookUpCallees(firstCallee);
        return [.. _program.Exports.Zip(callees, (export, callee) => new Export(export.Name, callee))];
    }

    /// <summary>A library's handle is the address of its name.</summary>
    private void LookUpLibraries()
    {
        InstructionList body = Wrap(_runtime.LoadLibrary, out Function old);
        body.LocalGet(0).If();
        foreach (string library in _program.Imports.Select(import => import.Library).Distinct())
        {
            body.LocalGet(0);
            Address(body, _data.Text(library)).Call(_runtime.CompareText).Op(Opcode.I32Eqz).If();
            Address(body, _data.Text(library)).Return().End();
        }

        body.End();
        CallOld(body, old);
    }

    private void LookUpSymbols(uint firstImport)
    {
        InstructionList body = Wrap(_runtime.FindSymbol, out Function old);
        foreach (IGrouping<string, (ImportedFunction Import, int Index)> library in
            _program.Imports.Select((import, index) => (import, index)).GroupBy(pair => pair.import.Library))
        {
            body.LocalGet(0);
            Address(body, _data.Text(library.Key)).Op(Opcode.I32Eq).If();
            foreach ((ImportedFunction import, int index) in library)
            {
                body.LocalGet(1);
                Address(body, _data.Text(import.EntryPoint)).Call(_runtime.CompareText).Op(Opcode.I32Eqz).If();
                body.I32Const((int)firstImport + index).Return().End();
            }

            body.I32Const(0).Return().End();
        }

        CallOld(body, old);
    }

    private void LookUpCallers(string[] cookies, uint firstCaller)
    {
        InstructionList body = Wrap(_runtime.FindCaller, out Function old);
        for (int i = 0; i < cookies.Length; i++)
        {
            body.LocalGet(0);
            Address(body, _data.Text(cookies[i])).Call(_runtime.CompareText).Op(Opcode.I32Eqz).If();
            body.I32Const((int)firstCaller + i).Return().End();
        }

        CallOld(body, old);
    }

    /// <summary>
    /// The runtime asks for the native side of a method that an export is looking up, and gives the descriptor to call it
    /// with. Whose it is, the export has noted.
    /// </summary>
    private void LookUpCallees(uint firstCallee)
    {
        InstructionList body = Wrap(_runtime.FindCallee, out Function old);
        const uint pending = 2;
        _ = _runtime.FindCallee.AddLocal(ValType.I32);
        body.LocalGet(0).LocalGet(1).Call(old).LocalTee(pending).If().LocalGet(pending).Return().End();
        Address(body, _data.Pending).Access(Opcode.I32Load, _memory).LocalTee(pending).Op(Opcode.I32Eqz).If().I32Const(0).Return().End();
        Descriptor(body.LocalGet(pending).I32Const(1).Op(Opcode.I32Sub))
            .LocalGet(1).Access(Opcode.I64Load, _memory, alignment: 2)
            .Access(Opcode.I64Store, _memory, alignment: 2)
            .LocalGet(pending).I32Const((int)firstCallee - 1).Op(Opcode.I32Add);
    }

    /// <summary>Calls a native function of a signature with the arguments that the interpreter has: (slot, arguments).</summary>
    private Function Caller(NativeSignature signature)
    {
        Function caller = _module.Add(new Function(new FunctionType([ValType.I32, ValType.I32])) { Name = $"skiff_call_{signature.Cookie}" });
        InstructionList body = caller.Body;
        bool hasResult = signature.Result != NativeType.Void;
        if (hasResult)
        {
            body.LocalGet(1).Access(Opcode.I32Load, _memory, _runtime.ResultOffset);
        }

        int integers = 0;
        int floats = 0;
        foreach (NativeType parameter in signature.Parameters)
        {
            bool isFloat = parameter is NativeType.Float32 or NativeType.Float64;
            body.LocalGet(1).I32Const(isFloat ? floats++ : integers++).Call(parameter switch
            {
                NativeType.Float32 => _runtime.Float32Argument,
                NativeType.Float64 => _runtime.Float64Argument,
                NativeType.Int64 => _runtime.Int64Argument,
                _ => _runtime.Int32Argument,
            });
            integers += parameter == NativeType.Int64 ? 1 : 0;
        }

        body.LocalGet(0).CallIndirect(signature.Type, _table);
        if (hasResult)
        {
            body.Access(StoreOf(signature.Result), _memory);
        }

        return caller;
    }

    /// <summary>
    /// What the host calls: puts the arguments into memory and calls the interpreter with their addresses, that of the
    /// result before and what the descriptor says behind them.
    /// </summary>
    private Function Callee(ExportedMethod export, int index, Function resolve)
    {
        NativeSignature signature = export.Signature;
        Function callee = _module.Add(new Function(signature.Type) { Name = export.Name });
        InstructionList body = callee.Body;
        if (_enter is not null)
        {
            body.Call(_enter);
        }

        int descriptor = _data.Descriptors + (index * InteropData.DescriptorSize);
        Address(body, descriptor).Access(Opcode.I32Load, _memory).Op(Opcode.I32Eqz).If();
        Address(body, _data.Text(export.Assembly));
        Address(body, _data.Text(export.Namespace));
        Address(body, _data.Text(export.Type));
        Address(body, _data.Text(export.Method));
        body.I32Const(signature.Parameters.Length).I32Const(index + 1).Call(resolve).End();

        CallFrame layout = CallFrame.Of(signature);
        uint frame = callee.AddLocal(ValType.I32);
        body.Append(Instruction.GlobalGet(_stackPointer)).I32Const(layout.Size).Op(Opcode.I32Sub).LocalTee(frame).Append(Instruction.GlobalSet(_stackPointer));
        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            body.LocalGet(frame).LocalGet((uint)i).Access(StoreOf(signature.Parameters[i]), _memory, (ulong)CallFrame.Argument(i));
        }

        bool hasResult = signature.Result != NativeType.Void;
        if (hasResult)
        {
            body.LocalGet(frame).I64Const(0).Access(Opcode.I64Store, _memory, (ulong)layout.Result);
        }

        PassAddresses(body, signature, layout, frame);
        Address(body, descriptor).Access(Opcode.I32Load, _memory, offset: 4);
        Address(body, descriptor).Access(Opcode.I32Load, _memory);
        body.CallIndirect(layout.Entry, _table);
        if (hasResult)
        {
            body.LocalGet(frame).Access(LoadOf(signature.Result), _memory, (ulong)layout.Result);
        }

        body.LocalGet(frame).I32Const(layout.Size).Op(Opcode.I32Add).Append(Instruction.GlobalSet(_stackPointer));
        return callee;
    }

    /// <summary>Pushes the addresses of result and arguments; of many arguments, the address of a list of theirs.</summary>
    private void PassAddresses(InstructionList body, NativeSignature signature, CallFrame layout, uint frame)
    {
        bool hasResult = signature.Result != NativeType.Void;
        if (layout.Addresses is not { } list)
        {
            if (hasResult)
            {
                body.LocalGet(frame).I32Const(layout.Result).Op(Opcode.I32Add);
            }

            for (int i = 0; i < signature.Parameters.Length; i++)
            {
                body.LocalGet(frame).I32Const(CallFrame.Argument(i)).Op(Opcode.I32Add);
            }

            return;
        }

        for (int i = 0; i < signature.Parameters.Length; i++)
        {
            body.LocalGet(frame).LocalGet(frame).I32Const(CallFrame.Argument(i)).Op(Opcode.I32Add)
                .Access(Opcode.I32Store, _memory, (ulong)(list + (i * sizeof(int))));
        }

        // No object, as the method is static.
        body.I32Const(0);
        _ = hasResult ? body.LocalGet(frame).I32Const(layout.Result).Op(Opcode.I32Add) : body.I32Const(0);
        body.LocalGet(frame).I32Const(list).Op(Opcode.I32Add);
    }

    /// <summary>
    /// Has the runtime fill a descriptor: (assembly, namespace, class, method, number of parameters, number of the export).
    /// </summary>
    private Function Resolver()
    {
        Function resolver = _module.Add(new Function(new FunctionType(Enumerable.Repeat(ValType.I32, 6))) { Name = "skiff_resolve_export" });
        InstructionList body = resolver.Body;
        uint found = resolver.AddLocal(ValType.I32);
        body.LocalGet(0).Call(_runtime.LoadAssembly);
        ExpectFound(body, found).LocalGet(1).LocalGet(2).Call(_runtime.FindClass);
        ExpectFound(body, found).LocalGet(3).LocalGet(4).Call(_runtime.FindMethod);
        body.LocalSet(found);
        Address(body, _data.Pending).LocalGet(5).Access(Opcode.I32Store, _memory);
        body.LocalGet(found);
        ExpectFound(body, found).I32Const(0);
        Address(body, _data.Error).Call(_runtime.WrapMethod);
        ExpectFound(body, found);
        Address(body, _data.Error).Call(_runtime.CompileMethod).Drop();
        Address(body, _data.Pending).I32Const(0).Access(Opcode.I32Store, _memory);
        Descriptor(body.LocalGet(5).I32Const(1).Op(Opcode.I32Sub)).Access(Opcode.I32Load, _memory).Op(Opcode.I32Eqz).If().Unreachable().End();
        return resolver;
    }

    /// <summary>Traps if what is on the stack is zero, and leaves it there.</summary>
    private static InstructionList ExpectFound(InstructionList body, uint local) =>
        body.LocalTee(local).Op(Opcode.I32Eqz).If().Unreachable().End().LocalGet(local);

    /// <summary>Turns the index of an export into the address of its descriptor.</summary>
    private InstructionList Descriptor(InstructionList body)
    {
        body.I32Const(InteropData.DescriptorSize).Op(Opcode.I32Mul);
        return Address(body, _data.Descriptors).Op(Opcode.I32Add);
    }

    private InstructionList Address(InstructionList body, int offset) =>
        body.Append(Instruction.GlobalGet(Base)).I32Const(offset).Op(Opcode.I32Add);

    private static void CallOld(InstructionList body, Function old)
    {
        for (uint i = 0; i < old.Type.Parameters.Length; i++)
        {
            body.LocalGet(i);
        }

        body.Call(old);
    }

    /// <summary>Moves a function's code to another, so that it can get new code in its place.</summary>
    private InstructionList Wrap(Function function, out Function old)
    {
        old = _module.Add(new Function(function.Type) { Name = $"{function.Name}.runtime" });
        foreach (ValType local in function.Locals)
        {
            old.Locals.Add(local);
        }

        old.Body.Append(function.Body);
        return function.ResetBody();
    }

    private static Opcode StoreOf(NativeType type) => type switch
    {
        NativeType.Int64 => Opcode.I64Store,
        NativeType.Float32 => Opcode.F32Store,
        NativeType.Float64 => Opcode.F64Store,
        _ => Opcode.I32Store,
    };

    /// <summary>The interpreter writes as many bytes as the type has.</summary>
    private static Opcode LoadOf(NativeType type) => type switch
    {
        NativeType.Int8 => Opcode.I32Load8S,
        NativeType.UInt8 => Opcode.I32Load8U,
        NativeType.Int16 => Opcode.I32Load16S,
        NativeType.UInt16 => Opcode.I32Load16U,
        NativeType.Int64 => Opcode.I64Load,
        NativeType.Float32 => Opcode.F32Load,
        NativeType.Float64 => Opcode.F64Load,
        _ => Opcode.I32Load,
    };
}
