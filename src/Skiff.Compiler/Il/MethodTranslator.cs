using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Skiff.Compiler.Flow;

namespace Skiff.Compiler.Il;

/// <summary>Turns the IL of a method into a flow graph, calls of small methods into their bodies.</summary>
/// <remarks>
/// Only code that control can reach is read: a branch on a constant leads one way. So generic library code that asks
/// about its type arguments, or about vector hardware, brings along only what applies here.
/// </remarks>
internal sealed partial class MethodTranslator
{
    private readonly MethodInstance _method;
    private readonly IProgram _program;
    private readonly CodeBuilder _code;
    private readonly Signature? _signature;
    private readonly Variable[] _arguments;
    private readonly Variable[] _locals;
    private readonly Dictionary<Instruction, IlBlock> _blocks = [];
    private readonly Queue<IlBlock> _pending = new();
    private readonly HashSet<Instruction> _reported = [];
    private readonly MethodTranslator? _inlinedInto;
    private readonly CodePlace _site;
    private readonly Expression? _resultAddress;
    private readonly int _stackBase;
    private readonly bool _isLibrary;
    private Instruction _instruction;
    private IlType? _constrained;

    private MethodTranslator(MethodInstance method, IProgram program, CodeBuilder code, Variable[] arguments, CodePlace site, MethodTranslator? inlinedInto, Signature? signature, Expression? resultAddress)
    {
        _method = method;
        _program = program;
        _code = code;
        _arguments = arguments;
        _site = site;
        _inlinedInto = inlinedInto;
        _signature = signature;
        _resultAddress = resultAddress;
        _stackBase = code.Stack.Count;
        _isLibrary = program.IsLibrary(method);
        _instruction = method.Definition.Body.Instructions[0];
        _locals = DeclareLocals();
        FindBlocks();
    }

    /// <summary>Translates a whole method.</summary>
    /// <param name="method">The method, which has a body.</param>
    /// <param name="site">The method as it was first reached.</param>
    /// <param name="program">What it is part of; errors are reported there.</param>
    /// <returns>The graph; with traps where errors were found.</returns>
    public static FlowGraph Translate(MethodInstance method, CodePlace site, IProgram program)
    {
        var signature = new Signature(method.Parameters, method.ReturnType, method.IsUnmanaged, method.Name);
        var parameters = new List<Local>();
        if (signature.ReturnsThroughAddress)
        {
            parameters.Add(new Local(Wasm.ValType.I32, "result"));
        }

        Expression? resultAddress = signature.ReturnsThroughAddress ? new LocalExpression(parameters[0]) : null;
        int first = parameters.Count;
        parameters.AddRange(signature.Type.Parameters.Skip(first).Select(type => new Local(type)));
        var graph = new FlowGraph(method.Name, parameters, signature.Result);
        var code = new CodeBuilder(program.Types) { Block = graph.Entry };
        if (method.Definition.Body.HasExceptionHandlers)
        {
            ExceptionHandler handler = method.Definition.Body.ExceptionHandlers[0];
            program.Report(site with { Instruction = handler.TryStart }, handler.HandlerType == ExceptionHandlerType.Finally ? "try/finally" : "try/catch");
            return graph;
        }

        method.Definition.Body.SimplifyMacros();
        Variable[] arguments = Parameters(method, signature, parameters, first, code);
        var translator = new MethodTranslator(method, program, code, arguments, site, null, signature, resultAddress);
        translator.Run();
        return graph;
    }

    /// <summary>Gives the wasm parameters of a method the form that its body expects.</summary>
    private static Variable[] Parameters(MethodInstance method, Signature signature, List<Local> parameters, int first, CodeBuilder code)
    {
        HashSet<int> addressed = AddressedArguments(method.Definition);
        var arguments = new Variable[signature.Parameters.Count];
        int next = first;
        for (int i = 0; i < arguments.Length; i++)
        {
            LoweredParameter lowered = signature.Parameters[i];
            Local local = lowered.Values.Count > 0 ? parameters[next] : new Local(Wasm.ValType.I32);
            if (lowered.Type is ScalarType scalar)
            {
                if (addressed.Contains(i))
                {
                    Expression slot = Slot(scalar, zeroed: false);
                    code.Store(scalar, slot, StackEntry.Scalar(scalar, new LocalExpression(local)));
                    arguments[i] = new Variable(scalar, Address: slot);
                }
                else
                {
                    arguments[i] = new Variable(scalar, Local: local);
                }
            }
            else if (lowered.Leaves is { } leaves)
            {
                Expression slot = Slot(lowered.Type, zeroed: false);
                for (int leaf = 0; leaf < leaves.Count; leaf++)
                {
                    code.Store(leaves[leaf].Type, Operations.Offset(slot, leaves[leaf].Offset), StackEntry.Scalar(leaves[leaf].Type, new LocalExpression(parameters[next + leaf])));
                }

                arguments[i] = new Variable(lowered.Type, Address: slot);
            }
            else
            {
                arguments[i] = new Variable(lowered.Type, Address: new LocalExpression(local));
            }

            next += lowered.Values.Count;
        }

        return arguments;
    }

    private static FrameAddressExpression Slot(IlType type, bool zeroed, string? name = null) =>
        new(new FrameSlot(type.Size, type.Alignment, zeroed, name), 0);

    /// <summary>The arguments whose address the body takes.</summary>
    private static HashSet<int> AddressedArguments(MethodDefinition method) =>
        [.. method.Body.Instructions.Where(i => i.OpCode.Code is Code.Ldarga).Select(i => ArgumentIndex(method, i))];

    private static int ArgumentIndex(MethodDefinition method, Instruction instruction)
    {
        var parameter = (ParameterDefinition)instruction.Operand;
        return parameter == method.Body.ThisParameter ? 0 : parameter.Index + (method.HasThis ? 1 : 0);
    }

    private Variable[] DeclareLocals()
    {
        MethodBody body = _method.Definition.Body;
        HashSet<int> addressed = [.. body.Instructions.Where(i => i.OpCode.Code is Code.Ldloca).Select(i => ((VariableDefinition)i.Operand).Index)];
        // In a loop around it an inlined body starts anew each time, with zeros in its locals.
        bool zeroed = body.InitLocals && _inlinedInto is null;
        var locals = new Variable[body.Variables.Count];
        for (int i = 0; i < locals.Length; i++)
        {
            IlType type;
            try
            {
                type = _program.Types.Close(body.Variables[i].VariableType, _method.Context);
            }
            catch (UnsupportedConstructException)
            {
                // Code that uses the variable is what is reported.
                type = new ObjectType(body.Variables[i].VariableType.FullName, null, []);
            }

            if (type is ScalarType scalar && !addressed.Contains(i))
            {
                locals[i] = new Variable(type, Local: new Local(scalar.Carrier));
            }
            else if (type is ObjectType)
            {
                locals[i] = new Variable(type, Value: Literal.I32(0));
            }
            else
            {
                locals[i] = new Variable(type, Address: Slot(type, zeroed));
                if (body.InitLocals && _inlinedInto is not null)
                {
                    _code.Clear(type, locals[i].Address!);
                }
            }
        }

        return locals;
    }

    private void FindBlocks()
    {
        var body = _method.Definition.Body;
        Leader(body.Instructions[0]).Predecessors++;
        foreach (Instruction instruction in body.Instructions)
        {
            foreach (Instruction target in TargetsOf(instruction))
            {
                Leader(target).Predecessors++;
            }

            bool ends = instruction.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw;
            if (ends && instruction.Next is not null)
            {
                Leader(instruction.Next);
            }
        }

        foreach (Instruction instruction in body.Instructions)
        {
            bool falls = instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw);
            if (falls && instruction.Next is not null && _blocks.TryGetValue(instruction.Next, out IlBlock? next))
            {
                next.Predecessors++;
            }
        }
    }

    private IlBlock Leader(Instruction first)
    {
        if (!_blocks.TryGetValue(first, out IlBlock? block))
        {
            _blocks.Add(first, block = new IlBlock(first));
        }

        return block;
    }

    private static Instruction[] TargetsOf(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    /// <summary>Translates every block that control reaches, starting at the builder's current block.</summary>
    private void Run()
    {
        IlBlock first = _blocks[_method.Definition.Body.Instructions[0]];
        GoTo(first);
        while (_pending.TryDequeue(out IlBlock? block))
        {
            Translate(block);
        }
    }

    private void Translate(IlBlock block)
    {
        _code.Block = block.Flow;
        _code.Recover(_stackBase);
        foreach (StackEntry entry in block.Entry!)
        {
            _code.Push(entry);
        }

        if (_isLibrary && EndsInThrow(block))
        {
            if (block.First.Offset == 0 && Refuses(block))
            {
                // Such bodies are there for their signature only: the runtime knows better, or cannot do it either.
                _program.Report(_site with { Instruction = block.First }, "an implementation that only the .NET runtime has");
            }

            _code.End(new TrapTerminator());
            return;
        }

        for (Instruction? instruction = block.First; instruction is not null; instruction = instruction.Next)
        {
            if (instruction != block.First && _blocks.TryGetValue(instruction, out IlBlock? next))
            {
                Attempt(_instruction, () => GoTo(next));
                if (_code.Block is not null)
                {
                    _code.ForgetUnusable();
                    GoTo(next);
                }

                return;
            }

            _instruction = instruction;
            TranslateOrReport(instruction);
            if (_code.Block is null)
            {
                return;
            }
        }

        _code.End(new TrapTerminator());
    }

    /// <summary>Whether a block of library code does nothing but report an error.</summary>
    private bool EndsInThrow(IlBlock block)
    {
        for (Instruction? instruction = block.First; instruction is not null; instruction = instruction.Next)
        {
            if (instruction.OpCode.Code is Code.Throw)
            {
                return true;
            }

            if (instruction.OpCode.Code is Code.Call
                && instruction.Operand is MethodReference callee
                && callee.Name.StartsWith("Throw", StringComparison.Ordinal)
                && callee.Resolve() is { } definition
                && MethodInstance.DoesNotReturn(definition))
            {
                return true;
            }

            if (instruction.Next is null || _blocks.ContainsKey(instruction.Next))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Whether a block that ends in a throw says that something is not supported.</summary>
    private bool Refuses(IlBlock block)
    {
        for (Instruction? instruction = block.First; instruction is not null; instruction = instruction.Next)
        {
            if (instruction.Operand is MethodReference { FullName: var name }
                && (name.Contains("NotSupported", StringComparison.Ordinal) || name.Contains("NotImplemented", StringComparison.Ordinal)))
            {
                return true;
            }

            if (instruction.Next is null || _blocks.ContainsKey(instruction.Next))
            {
                break;
            }
        }

        return false;
    }

    private void TranslateOrReport(Instruction instruction)
    {
        int depth = _code.Stack.Count;
        if (Attempt(instruction, () => Translate(instruction)))
        {
            return;
        }

        // Go on as if it had worked, so that the rest of the method is checked too.
        _constrained = null;
        if (_code.Block is null)
        {
            return;
        }

        if (instruction.OpCode.FlowControl is FlowControl.Return or FlowControl.Throw)
        {
            _code.End(new TrapTerminator());
            return;
        }

        (int pops, int pushes) = StackBehaviours.Of(instruction);
        _code.Recover(depth - pops);
        _code.Recover(depth - pops + pushes);
        _code.ForgetUnusable();
        if (TargetsOf(instruction) is { Length: > 0 } targets)
        {
            var all = targets.Select(Leader).ToList();
            if (instruction.OpCode.FlowControl is FlowControl.Cond_Branch)
            {
                all.Add(Leader(instruction.Next));
            }

            List<FlowBlock> flow = Transfer(all);
            _code.End(new SwitchTerminator(Literal.I32(0), flow));
        }
    }

    /// <summary>Does something that may find an error, which is reported at <paramref name="instruction"/>.</summary>
    /// <returns>Whether there was no error.</returns>
    private bool Attempt(Instruction instruction, Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (UnsupportedConstructException e)
        {
            if (_reported.Add(instruction))
            {
                _program.Report(_site with { Instruction = instruction }, e.Message);
            }
        }
        catch (ReportedException)
        {
            // What it depends on has been reported.
        }

        return false;
    }

    private void GoTo(IlBlock target)
    {
        FlowBlock flow = Transfer([target])[0];
        _code.End(new JumpTerminator(flow));
    }

    /// <summary>Hands the evaluation stack over to blocks that may come next.</summary>
    private List<FlowBlock> Transfer(IReadOnlyList<IlBlock> targets)
    {
        if (_code.Stack.Count > _stackBase)
        {
            // What is handed over is evaluated once, whatever the handing over has to move out of its way.
            _code.Settle();
        }

        foreach (IlBlock target in targets.Distinct())
        {
            int count = _code.Stack.Count - _stackBase;
            if (target.Entry is null)
            {
                var entry = new List<StackEntry>();
                for (int i = 0; i < count; i++)
                {
                    entry.Add(EntryFor(target, _code.Stack[_stackBase + i]));
                }

                target.Entry = entry;
                _pending.Enqueue(target);
            }
            else if (target.Entry.Count != count)
            {
                throw new UnsupportedConstructException("IL whose evaluation stack depends on the way taken");
            }

            for (int i = 0; i < count; i++)
            {
                Assign(target.Entry[i], _stackBase + i);
            }
        }

        return [.. targets.Select(target => target.Flow)];
    }

    private static StackEntry EntryFor(IlBlock target, StackEntry value)
    {
        bool isStable = value.Construct is not null
            || (CodeBuilder.IsCheap(value.Value) && (value.Struct is null || value.IsOwned));
        if (target.Predecessors == 1 && isStable)
        {
            return value;
        }

        return value.Struct is { } structure
            ? StackEntry.At(structure, Slot(structure, zeroed: false), isOwned: true)
            : StackEntry.Scalar(value.Type, new LocalExpression(new Local(value.Value.Type!.Value)));
    }

    private void Assign(StackEntry target, int index)
    {
        StackEntry value = _code.Stack[index];
        if (ReferenceEquals(target, value) || target.Construct is not null || value.Construct is "")
        {
            return;
        }

        if (value.Construct is { } construct)
        {
            throw new UnsupportedConstructException(construct);
        }

        if (target.Struct is { } structure)
        {
            _code.CopyStruct(structure, target.Value, value.Value);
            return;
        }

        Local local = ((LocalExpression)target.Value).Local;
        Expression converted = local.Type == value.Value.Type ? value.Value
            : local.Type == Wasm.ValType.F32 ? Conversions.ToSingle(value.Value)
            : local.Type == Wasm.ValType.F64 ? Conversions.ToDouble(value.Value)
            : throw new UnsupportedConstructException("IL whose evaluation stack depends on the way taken");
        _code.Emit(new AssignStatement(local, converted));
    }
}
