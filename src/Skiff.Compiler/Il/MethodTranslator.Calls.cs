using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using Skiff.Compiler.Flow;
using Skiff.Wasm;
using Instruction = Mono.Cecil.Cil.Instruction;

namespace Skiff.Compiler.Il;

/// <content>Calls.</content>
internal sealed partial class MethodTranslator
{
    /// <summary>Length in IL bytes of the methods that are always inlined.</summary>
    private const int SmallBody = 24;

    /// <summary>Length in IL bytes up to which a request to inline is followed.</summary>
    private const int LargestInlinedBody = 400;
    private const int DeepestInlining = 12;

    /// <summary>How many IL bytes a method may grow by.</summary>
    private const int MostInlined = 8000;

    private FlowBlock? _inlineJoin;
    private IlType? _inlineResultType;
    private Variable? _inlineResult;
    private bool _returns;
    private int _inlined;

    private void TranslateCall(MethodReference reference, bool isVirtual)
    {
        MethodInstance method;
        if (_constrained is { } constrained)
        {
            _constrained = null;
            method = _program.Metadata.Implementation(constrained, reference, _method.Context);
        }
        else
        {
            method = _program.Metadata.Method(reference, _method.Context);
            if (isVirtual && method.Definition.IsVirtual && method.DeclaringType is ObjectType)
            {
                throw new UnsupportedConstructException($"the virtual call of {method}");
            }
        }

        bool doesNotReturn = MethodInstance.DoesNotReturn(method.Definition);
        if (doesNotReturn && _program.IsLibrary(method))
        {
            // How the library reports an error is not for us; evaluating what it is told may be.
            int count = StackBehaviours.Of(_instruction).Pops;
            var arguments = Enumerable.Range(0, count).Select(_ => _code.PopAny()).Reverse().ToList();
            arguments.ForEach(Discard);
            _code.End(new TrapTerminator());
            return;
        }

        if (!Intrinsics.TryExpand(method, _code, _program, _instruction, _method.Context))
        {
            Call(method);
        }

        if (_code.Block is not null && doesNotReturn)
        {
            _code.End(new TrapTerminator());
        }
    }

    private void Call(MethodInstance method)
    {
        if (method.Definition.HasThis && method.DeclaringType is ObjectType)
        {
            throw new UnsupportedConstructException($"the call of {method} on an object");
        }

        if (method.DeclaringType.Name == "System.Decimal")
        {
            throw new UnsupportedConstructException("decimal");
        }

        Signature signature = _program.SignatureOf(method);
        if (ShouldInline(method))
        {
            RequireInitialised(method);
            Inline(method);
            return;
        }

        Function function = _program.FunctionOf(method, Here);
        RequireInitialised(method);
        EmitCall(signature, arguments => new CallExpression(function, signature.Result, arguments), null);
    }

    /// <summary>A static method may be called only after its type's static constructor.</summary>
    private void RequireInitialised(MethodInstance method)
    {
        if (method.Definition.IsStatic)
        {
            _program.RequireInitialised(method.DeclaringType, Here);
        }
    }

    private void TranslateIndirectCall(CallSite site)
    {
        IReadOnlyList<IlType> parameters = [.. site.Parameters.Select(p => _program.Types.Close(p.ParameterType, _method.Context))];
        bool isUnmanaged = site.CallingConvention is not MethodCallingConvention.Default;
        var signature = new Signature(parameters, _program.Types.Close(site.ReturnType, _method.Context), isUnmanaged, "a function pointer");
        Expression slot = _code.PopScalar();
        EmitCall(signature, arguments => new IndirectCallExpression(signature.Type, signature.Result, arguments), slot);
    }

    private void TranslateNew(MethodReference reference)
    {
        MethodInstance constructor = _program.Metadata.Method(reference, _method.Context);
        if (constructor.DeclaringType is not StructType structure)
        {
            bool isThrown = _instruction.Next?.OpCode.Code is Code.Throw;
            throw new UnsupportedConstructException(isThrown ? $"throw new {constructor.DeclaringType}" : $"the object new {constructor.DeclaringType}");
        }

        FrameAddressExpression address = Slot(structure, zeroed: false);
        _code.Aside().Clear(structure, address);
        _code.PushBelow(constructor.Definition.Parameters.Count, StackEntry.Scalar(_program.Types.ReferenceTo(structure), address));
        Call(constructor);
        if (_code.Block is not null)
        {
            _code.Push(StackEntry.At(structure, address, isOwned: true));
        }
    }

    private void EmitCall(Signature signature, Func<IReadOnlyList<Expression>, Expression> make, Expression? slot)
    {
        // A struct that travels by address is the callee's to change: it gets a copy unless nobody else knows it.
        for (int i = 0; i < signature.Parameters.Count; i++)
        {
            LoweredParameter parameter = signature.Parameters[i];
            if (parameter.Type is StructType structure && parameter.Leaves is null)
            {
                _code.Own(_code.Stack.Count - signature.Parameters.Count + i, structure);
            }
        }

        StackEntry[] entries = _code.Pop(signature.Parameters.Count);
        var arguments = new List<Expression>();
        FrameAddressExpression? result = null;
        if (signature.ReturnsThroughAddress)
        {
            arguments.Add(result = Slot(signature.ReturnType, zeroed: false));
        }

        for (int i = 0; i < entries.Length; i++)
        {
            LoweredParameter parameter = signature.Parameters[i];
            if (parameter.Leaves is { } leaves)
            {
                arguments.AddRange(leaves.Select(leaf => CodeBuilder.Load(leaf.Type, entries[i].Value, leaf.Offset)));
            }
            else
            {
                arguments.Add(Fitted(parameter.Type, entries[i]).Value);
            }
        }

        if (slot is not null)
        {
            arguments.Add(slot);
        }

        Expression call = make(arguments);
        if (result is not null)
        {
            _code.Emit(new EvaluateStatement(call));
            _code.Push(StackEntry.At((StructType)signature.ReturnType, result, isOwned: true));
        }
        else if (signature.ResultLeaf is { } leaf)
        {
            FrameAddressExpression place = Slot(signature.ReturnType, zeroed: false);
            _code.Store(leaf.Type, Operations.Offset(place, leaf.Offset), StackEntry.Scalar(leaf.Type, call));
            _code.Push(StackEntry.At((StructType)signature.ReturnType, place, isOwned: true));
        }
        else if (signature.Result is not null)
        {
            _code.Push(signature.ReturnType, call);
        }
        else
        {
            _code.Emit(new EvaluateStatement(call));
        }
    }

    private bool ShouldInline(MethodInstance method)
    {
        MethodDefinition definition = method.Definition;
        if (!definition.HasBody || definition.NoInlining || method.IsUnmanaged || definition.Body.HasExceptionHandlers)
        {
            return false;
        }

        int size = definition.Body.CodeSize;
        if (size > (definition.AggressiveInlining ? LargestInlinedBody : SmallBody))
        {
            return false;
        }

        MethodTranslator outermost = this;
        int depth = 0;
        for (MethodTranslator? outer = this; outer is not null; outer = outer._inlinedInto)
        {
            if (outer._method == method || ++depth > DeepestInlining)
            {
                return false;
            }

            outermost = outer;
        }

        if (outermost._inlined + size > MostInlined)
        {
            return false;
        }

        // What is allocated on the stack lives until the allocating method returns.
        return definition.Body.Instructions.All(i => i.OpCode.Code is not Code.Localloc);
    }

    private void Inline(MethodInstance method)
    {
        MethodBody body = method.Definition.Body;
        for (MethodTranslator? outer = this; outer is not null; outer = outer._inlinedInto)
        {
            outer._inlined += body.CodeSize;
        }

        body.SimplifyMacros();
        HashSet<int> changed = [.. body.Instructions.Where(i => i.OpCode.Code is Code.Starg or Code.Ldarga).Select(i => ArgumentIndex(method.Definition, i))];
        HashSet<int> addressed = AddressedArguments(method.Definition);
        StackEntry[] entries = _code.Pop(method.Parameters.Count);
        var arguments = new Variable[entries.Length];
        for (int i = 0; i < entries.Length; i++)
        {
            arguments[i] = ArgumentOf(method.Parameters[i], entries[i], changed.Contains(i), addressed.Contains(i));
        }

        bool branches = body.Instructions.Any(i => i.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Throw)
            || body.Instructions.Count(i => i.OpCode.Code is Code.Ret) != 1;
        if (branches)
        {
            _code.Settle();
        }

        var inlined = new MethodTranslator(method, _program, _code, arguments, new CodePlace(method, null, Here), this, null, null)
        {
            _inlineJoin = new FlowBlock(),
            _inlineResultType = method.ReturnType,
        };
        inlined._inlineResult = method.ReturnType switch
        {
            StructType structure => new Variable(structure, Address: Slot(structure, zeroed: false)),
            ScalarType scalar => new Variable(scalar, Local: new Local(scalar.Carrier)),
            _ => null,
        };
        if (!branches)
        {
            inlined._inlineJoin = null;
        }

        inlined.RunInlined();
    }

    /// <summary>Makes a value a variable of the method that is inlined.</summary>
    private Variable ArgumentOf(IlType type, StackEntry entry, bool isChanged, bool isAddressed)
    {
        entry = Fitted(type, entry);
        if (type is StructType structure)
        {
            if (!isChanged && entry.IsOwned)
            {
                return new Variable(type, Address: entry.Value);
            }

            FrameAddressExpression copy = Slot(structure, zeroed: false);
            _code.CopyStruct(structure, copy, entry.Value);
            return new Variable(type, Address: copy);
        }

        if (isAddressed)
        {
            FrameAddressExpression slot = Slot(type, zeroed: false);
            _code.Store(type, slot, entry);
            return new Variable(type, Address: slot);
        }

        return !isChanged && CodeBuilder.IsCheap(entry.Value)
            ? new Variable(type, Value: entry.Value)
            : new Variable(type, Local: _code.Assign(entry.Value));
    }

    private void RunInlined()
    {
        if (_inlineJoin is null)
        {
            // Straight code needs no blocks of its own: the result stays on the stack.
            Instruction? instruction = _method.Definition.Body.Instructions[0];
            while (instruction is not null && _code.Block is not null && instruction.OpCode.Code is not Code.Ret)
            {
                _instruction = instruction;
                TranslateOrReport(instruction);
                instruction = instruction.Next;
            }

            if (_code.Block is not null && _method.ReturnType is not VoidType)
            {
                _code.Push(Fitted(_method.ReturnType, _code.Pop()));
            }

            return;
        }

        Run();
        _code.Recover(_stackBase);
        if (_inlineResult is null || !_returns)
        {
            _code.Block = _returns ? _inlineJoin : null;
            return;
        }

        _code.Block = _inlineJoin;
        if (_inlineResult.Local is { } local)
        {
            _code.Push(_inlineResultType!, new LocalExpression(local));
        }
        else
        {
            _code.Push(StackEntry.At((StructType)_inlineResultType!, _inlineResult.Address!, isOwned: true));
        }
    }

    private void ReturnInlined()
    {
        _returns = true;
        if (_inlineResult is not null)
        {
            Store(_inlineResult);
        }

        _code.End(new JumpTerminator(_inlineJoin!));
    }
}
