namespace Skiff.Wasm.Components.Validation;

internal sealed partial class ComponentValidator
{
    private FunctionType CoreFunction(Definition definition, Definition user) =>
        Get<Wasm.Function>(definition, Sort.CoreFunction, user).Type;

    private object ResolveCanonical(CanonicalDefinition definition)
    {
        ValType pointer = CheckOptions(definition);
        switch (definition)
        {
            case Lift lift:
                return ResolveLift(lift, pointer);
            case Lower lower:
                FunctionSignature function = Function(lower.Function, lower);
                if (lower.Has(CanonicalOptionKind.PostReturn) || lower.Has(CanonicalOptionKind.Callback))
                {
                    throw Error("a lower has neither post-return nor callback", lower);
                }

                CheckAsync(function, lower);
                return Core(Require(FlatSignature.OfLower(function, pointer, lower.Has(CanonicalOptionKind.Async)), lower));
            default:
                return Core(ResolveBuiltin((CanonicalBuiltin)definition, pointer));
        }
    }

    private FunctionSignature ResolveLift(Lift lift, ValType pointer)
    {
        FunctionSignature function = Get<FunctionSignature>(lift.Type, Sort.Type, lift);
        FunctionType core = CoreFunction(lift.Function, lift);
        CheckAsync(function, lift);
        FunctionType expected = Require(
            FlatSignature.OfLift(function, pointer, lift.Has(CanonicalOptionKind.Async), lift.Has(CanonicalOptionKind.Callback)), lift);
        if (!core.Equals(expected))
        {
            throw Error($"the core function is of type {core}; {function} is lifted from {expected}", lift);
        }

        if (lift.Find(CanonicalOptionKind.PostReturn) is { } postReturn)
        {
            ExpectOption(postReturn, "post-return", new FunctionType(core.Results), lift);
        }

        if (lift.Find(CanonicalOptionKind.Callback) is { } callback)
        {
            ExpectOption(callback, "callback", new FunctionType([ValType.I32, ValType.I32, ValType.I32], ValType.I32), lift);
        }

        return function;
    }

    /// <summary>Checks that options are there at most once and do not conflict; the type of pointers.</summary>
    private ValType CheckOptions(CanonicalDefinition definition)
    {
        HashSet<CanonicalOptionKind> seen = [];
        foreach (CanonicalOption option in definition.Options)
        {
            CanonicalOptionKind kind = option.Kind <= CanonicalOptionKind.Latin1Utf16 ? CanonicalOptionKind.Utf8 : option.Kind;
            if (!seen.Add(kind))
            {
                throw Error($"the option {(kind == CanonicalOptionKind.Utf8 ? "string-encoding" : Text(kind))} is there twice", definition);
            }

            if (kind is CanonicalOptionKind.CoreType or CanonicalOptionKind.Gc)
            {
                throw Error($"the option {Text(kind)} is not in the specification yet", definition);
            }
        }

        ValType pointer = ValType.I32;
        if (definition.Find(CanonicalOptionKind.Memory) is { } memory)
        {
            Limits limits = Get<Memory>(memory, Sort.CoreMemory, definition).Limits;
            pointer = !limits.IsShared ? limits.AddressType : throw Error("its memory is shared between threads", definition);
        }

        if (definition.Find(CanonicalOptionKind.Realloc) is { } realloc)
        {
            if (!seen.Contains(CanonicalOptionKind.Memory))
            {
                throw Error("it has a realloc but no memory", definition);
            }

            ExpectOption(realloc, "realloc", new FunctionType([pointer, pointer, pointer, pointer], pointer), definition);
        }

        bool isAsync = seen.Contains(CanonicalOptionKind.Async);
        if (isAsync && seen.Contains(CanonicalOptionKind.PostReturn))
        {
            throw Error("it is async and has a post-return", definition);
        }

        return isAsync || !seen.Contains(CanonicalOptionKind.Callback) ? pointer : throw Error("it has a callback but is not async", definition);
    }

    private void ExpectOption(Definition function, string option, FunctionType expected, CanonicalDefinition definition)
    {
        FunctionType type = CoreFunction(function, definition);
        if (!type.Equals(expected))
        {
            throw Error($"its {option} is of type {type}; expected {expected}", definition);
        }
    }

    private static void CheckAsync(FunctionSignature function, CanonicalDefinition definition)
    {
        if (definition.Has(CanonicalOptionKind.Async) && !function.IsAsync)
        {
            throw Error($"the option async is for asynchronous functions; this one is {function}", definition);
        }
    }

    private static FunctionType Require(FlatSignature flat, CanonicalDefinition definition) =>
        flat.NeedsMemory && !definition.Has(CanonicalOptionKind.Memory)
            ? throw Error("it passes strings, lists or more values than fit, and has no memory for them", definition)
        : flat.NeedsRealloc && !definition.Has(CanonicalOptionKind.Realloc)
            ? throw Error("it receives strings, lists or more values than fit, and has no realloc to make room for them", definition)
        : flat.Type;

    private FunctionType ResolveBuiltin(CanonicalBuiltin builtin, ValType pointer)
    {
        ValType i32 = ValType.I32;
        switch (builtin.Builtin)
        {
            case BuiltinKind.ResourceNew:
                return new FunctionType([OwnRepresentation(builtin)], i32);
            case BuiltinKind.ResourceRep:
                return new FunctionType([i32], OwnRepresentation(builtin));
            case BuiltinKind.ResourceDrop:
                Resource(Operand(builtin.Type, "type", builtin), builtin);
                return new FunctionType([i32]);
            case BuiltinKind.TaskReturn:
                if (builtin.Options.Exists(option => option.Kind > CanonicalOptionKind.Memory))
                {
                    throw Error("it has other options than memory and string-encoding", builtin);
                }

                return Require(FlatSignature.OfTaskReturn(Resolve(builtin.Result, builtin), pointer), builtin);
            case BuiltinKind.ContextGet or BuiltinKind.ContextSet:
                if (builtin.ContextSlot > 1 || (builtin.ContextType != i32 && builtin.ContextType != ValType.I64))
                {
                    throw Error("the slot is 0 or 1, an i32 or an i64", builtin);
                }

                return builtin.Builtin == BuiltinKind.ContextGet ? new FunctionType([], builtin.ContextType) : new FunctionType([builtin.ContextType]);
            case BuiltinKind.StreamNew or BuiltinKind.FutureNew:
                Element(builtin);
                return new FunctionType([], ValType.I64);
            case BuiltinKind.StreamRead or BuiltinKind.FutureRead or BuiltinKind.StreamWrite or BuiltinKind.FutureWrite:
                return ResolveTransfer(builtin, pointer);
            case BuiltinKind.StreamCancelRead or BuiltinKind.StreamCancelWrite or BuiltinKind.FutureCancelRead or BuiltinKind.FutureCancelWrite:
                Element(builtin);
                return new FunctionType([i32], i32);
            case BuiltinKind.StreamDropReadable or BuiltinKind.StreamDropWritable or BuiltinKind.FutureDropReadable or BuiltinKind.FutureDropWritable:
                Element(builtin);
                return new FunctionType([i32]);
            case BuiltinKind.ErrorContextNew:
                RequireOption(builtin, CanonicalOptionKind.Memory);
                return new FunctionType([pointer, pointer], i32);
            case BuiltinKind.ErrorContextDebugMessage:
                RequireOption(builtin, CanonicalOptionKind.Memory);
                RequireOption(builtin, CanonicalOptionKind.Realloc);
                return new FunctionType([i32, pointer]);
            case BuiltinKind.WaitableSetWait or BuiltinKind.WaitableSetPoll:
                Memory memory = Get<Memory>(Operand(builtin.Memory, "memory", builtin), Sort.CoreMemory, builtin);
                return new FunctionType([i32, memory.Limits.AddressType], i32);
            case BuiltinKind.ThreadNewIndirect or BuiltinKind.ThreadSpawnIndirect:
                ThreadStart(builtin);
                Table table = Get<Table>(Operand(builtin.Table, "table", builtin), Sort.CoreTable, builtin);
                return new FunctionType([table.Limits.AddressType, i32], i32);
            case BuiltinKind.ThreadSpawnRef:
                return new FunctionType([ValType.Reference(ThreadStart(builtin), nullable: true), i32], i32);
            case BuiltinKind.TaskCancel or BuiltinKind.BackpressureInc or BuiltinKind.BackpressureDec:
                return new FunctionType([]);
            case BuiltinKind.ThreadYield or BuiltinKind.ThreadSuspend or BuiltinKind.ThreadIndex or BuiltinKind.WaitableSetNew
                or BuiltinKind.ThreadAvailableParallelism:
                return new FunctionType([], i32);
            case BuiltinKind.SubtaskDrop or BuiltinKind.WaitableSetDrop or BuiltinKind.ErrorContextDrop or BuiltinKind.ThreadResumeLater:
                return new FunctionType([i32]);
            case BuiltinKind.WaitableJoin:
                return new FunctionType([i32, i32]);
            case BuiltinKind.SubtaskCancel or BuiltinKind.ThreadSuspendThenResume or BuiltinKind.ThreadYieldThenResume
                or BuiltinKind.ThreadSuspendThenPromote or BuiltinKind.ThreadYieldThenPromote:
                return new FunctionType([i32], i32);
            default:
                throw Error("nothing is known about it", builtin);
        }
    }

    private FunctionType ResolveTransfer(CanonicalBuiltin builtin, ValType pointer)
    {
        ResolvedType? element = Element(builtin);
        bool isRead = builtin.Builtin is BuiltinKind.StreamRead or BuiltinKind.FutureRead;
        if (element is not null)
        {
            RequireOption(builtin, CanonicalOptionKind.Memory);
        }

        if (isRead && element is { HasPointer: true })
        {
            RequireOption(builtin, CanonicalOptionKind.Realloc);
        }

        return builtin.Builtin is BuiltinKind.StreamRead or BuiltinKind.StreamWrite
            ? new FunctionType([ValType.I32, pointer, pointer], pointer)
            : new FunctionType([ValType.I32, pointer], ValType.I32);
    }

    /// <summary>What the stream or future of a built-in carries.</summary>
    private ResolvedType? Element(CanonicalBuiltin builtin)
    {
        ResolvedTypeKind expected = builtin.Builtin is >= BuiltinKind.StreamNew and <= BuiltinKind.StreamDropWritable
            ? ResolvedTypeKind.Stream
            : ResolvedTypeKind.Future;
        ResolvedType type = Get<ResolvedType>(Operand(builtin.Type, "type", builtin), Sort.Type, builtin);
        return type.Shape == expected ? type.Types[0] : throw Error($"its type is {type}; expected a {expected.ToString().ToLowerInvariant()}", builtin);
    }

    /// <summary>The type of the function that a thread starts with.</summary>
    private FunctionType ThreadStart(CanonicalBuiltin builtin)
    {
        FunctionType type = Get<FunctionType>(Operand(builtin.FunctionType, "function type", builtin), Sort.CoreType, builtin);
        return type.Parameters.Length == 1 && type.Parameters[0].IsNumber && type.Results.IsEmpty
            ? type
            : throw Error($"a thread cannot start with a function of type {type}; expected [i32] -> []", builtin);
    }

    private ValType OwnRepresentation(CanonicalBuiltin builtin)
    {
        ResourceIdentity resource = Resource(Operand(builtin.Type, "type", builtin), builtin);
        return _scope.OwnResources.TryGetValue(resource.Root, out ValType representation)
            ? representation
            : throw Error($"the component does not implement the resource type {resource}", builtin);
    }

    private static void RequireOption(CanonicalDefinition definition, CanonicalOptionKind kind)
    {
        if (!definition.Has(kind))
        {
            throw Error($"the option {Text(kind)} is missing", definition);
        }
    }

    private static Definition Operand(Definition? operand, string what, CanonicalBuiltin builtin) =>
        operand ?? throw Error($"its {what} is missing", builtin);

    private static Wasm.Function Core(FunctionType type) => new(type);

    private static string Text(CanonicalOptionKind kind) => kind switch
    {
        CanonicalOptionKind.PostReturn => "post-return",
        CanonicalOptionKind.CoreType => "core-type",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
