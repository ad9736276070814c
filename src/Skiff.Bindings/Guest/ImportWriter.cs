using Skiff.Bindings.Model;
using Skiff.Bindings.Writing;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>Writes the methods that call imported functions, and the classes of imported resources.</summary>
internal sealed class ImportWriter
{
    private const string Lend = "global::Skiff.Interop.ResourceHandle.Lend(this)";

    private readonly GuestModel _guest;
    private readonly ItemScope _scope;
    private readonly Container _container;

    public ImportWriter(GuestModel guest, ItemScope scope)
    {
        _guest = guest;
        _scope = scope;
        _container = scope.Container;
    }

    /// <summary>Writes the class of a resource.</summary>
    public void WriteResource(Code code, DeclaredType type)
    {
        ResourceDefinition resource = (ResourceDefinition)type.Definition;
        string drop = _guest[type.Container].Intrinsic(type, ResourceIntrinsic.ImportedDrop);
        Documentation.Write(code, resource.Documentation, $"The WIT resource {resource.Name}.");
        Documentation.WriteObsolete(code, resource.Stability, resource.Owner.Package.Name);
        code.Open($"public sealed class {type.Name} : global::Skiff.Resource");
        code.Line($"internal {type.Name}(global::Skiff.Interop.ResourceHandle handle)");
        code.Line("    : base(handle)");
        code.Line("{");
        code.Line("}");
        foreach (Function function in resource.Functions)
        {
            WriteFunction(code, function, type);
        }

        code.Separate();
        code.Line("/// <inheritdoc/>");
        code.Line($"protected override void DropHandle(int handle) => {drop}(handle);");
        code.Close();
    }

    /// <summary>Writes the methods of a function.</summary>
    public void WriteFunction(Code code, Function function, DeclaredType? resource = null)
    {
        Signature signature = new(_scope, function);
        FunctionName names = _scope[function];
        string modifier = function.Kind == FunctionKind.Method ? "" : "static ";
        code.Separate();
        if (function.Kind == FunctionKind.Constructor && signature.Outcome is null)
        {
            WriteHead(code, function, Documentation.Describe(function));
            code.Line($"public {resource!.Name}({signature.Declarations})");
            code.Line($"    : base(new global::Skiff.Interop.ResourceHandle(New({signature.Arguments})))");
            code.Line("{");
            code.Line("}");
            code.Line();
            _guest.OpenMethod(code, $"private static int New({signature.Declarations})");
            WriteBody(code, signature);
            _guest.CloseMethod(code);
            return;
        }

        if (signature.Outcome is { } outcome)
        {
            WriteHead(code, function, Documentation.Describe(function), $"/// <exception cref=\"{Documentation.ExceptionOf(outcome)}\">The function failed.</exception>");
            string discard = outcome.Ok is null ? "_ = " : "";
            code.Line($"public {modifier}{signature.ReturnType} {names.Method}({signature.Declarations}) =>");
            code.Line($"    {discard}{names.Try}({signature.Arguments}).Value;");
            code.Line();
            WriteHead(code, function, Documentation.Describe(function), "/// <returns>The value, or the error.</returns>");
            _guest.OpenMethod(code, $"public {modifier}{signature.OutcomeType} {names.Try}({signature.Declarations})");
        }
        else
        {
            WriteHead(code, function, Documentation.Describe(function));
            _guest.OpenMethod(code, $"public {modifier}{signature.ReturnType} {names.Method}({signature.Declarations})");
        }

        WriteBody(code, signature);
        _guest.CloseMethod(code);
    }

    private void WriteHead(Code code, Function function, string otherwise, string more = "")
    {
        Documentation.Write(code, function.Documentation, otherwise);
        if (more.Length > 0)
        {
            code.Line(more);
        }

        Documentation.WriteObsolete(code, function.Stability, _scope.Owner.Package.Name);
    }

    private void WriteBody(Code code, Signature signature)
    {
        Function function = signature.Function;
        CoreSignature core = CoreSignature.Of(function, CanonicalDirection.Lower, _guest.Flattening);
        bool needsMemory = core.HasIndirectParameters
            || signature.Parameters.Any(item => !TypeNames.IsSpan(item.Type, out _) && item.Type.ContainsPointer());
        Locals locals = signature.Locals;
        string result = core.HasReturnPointer ? locals.Add("result") : "";
        string memory = needsMemory ? locals.Add("memory") : "";
        long size = core.HasReturnPointer ? _guest.Layout.GetSize(function.Result!) : 0;
        if (needsMemory)
        {
            string stack = locals.Add("stack");
            code.Line($"byte* {stack} = stackalloc byte[global::Skiff.Interop.CallMemory.StackSize];");
            code.Line($"global::Skiff.Interop.CallMemory {memory} = new({stack});");
            code.Open("try");
        }

        List<string> pinned = Pin(code, signature);
        List<string> arguments = LowerArguments(code, signature, core, memory, new(pinned));
        if (core.HasReturnPointer)
        {
            if (needsMemory)
            {
                code.Line($"byte* {result} = {memory}.Allocate({size});");
            }
            else
            {
                // Nothing is aligned to more than 8.
                string words = locals.Add("words");
                code.Line($"long* {words} = stackalloc long[{(size + 7) / 8}];");
                code.Line($"byte* {result} = (byte*){words};");
            }

            arguments.Add(result);
        }

        WriteCall(code, signature, core, $"{_guest[_container].Import(_scope, function, core)}({Code.List(arguments)})", result);
        if (pinned.Count > 0)
        {
            code.Close();
        }

        if (needsMemory)
        {
            code.Close();
            code.Open("finally");
            code.Line($"{memory}.Free();");
            code.Close();
        }
    }

    private void WriteCall(Code code, Signature signature, CoreSignature core, string call, string result)
    {
        ValueLifter lifter = new(_guest, _scope, signature.Locals, "");
        if (signature.Function is { Kind: FunctionKind.Constructor } && signature.Outcome is null)
        {
            code.Line($"return {call};");
        }
        else if (signature.Function.Result is not { } type)
        {
            code.Line($"{call};");
        }
        else if (core.HasReturnPointer)
        {
            code.Line($"{call};");
            code.Line($"return {lifter.Load(code, type, new(result), "value")};");
        }
        else
        {
            string value = call;
            if (!ValueLowerer.IsInline(type))
            {
                value = signature.Locals.Add("result");
                code.Line($"{CoreValue.NameOf(core.Results[0])} {value} = {call};");
            }

            code.Line($"return {lifter.Flat(code, type, new([new(value, core.Results[0])]), "value")};");
        }
    }

    /// <summary>Opens a block in which the spans stay where they are.</summary>
    /// <returns>Their addresses.</returns>
    private List<string> Pin(Code code, Signature signature)
    {
        List<string> pointers = [];
        List<string> statements = [];
        foreach ((string name, WitType type) in signature.Parameters)
        {
            if (TypeNames.IsSpan(type, out ListType list))
            {
                string pointer = signature.Locals.Add(Locals.NameOf(name, "Pointer"));
                pointers.Add(pointer);
                statements.Add($"fixed ({TypeNames.Of(list.Element, _scope)}* {pointer} = {name})");
            }
        }

        for (int i = 0; i < statements.Count - 1; i++)
        {
            code.Line(statements[i]);
        }

        if (statements.Count > 0)
        {
            code.Open(statements[statements.Count - 1]);
        }

        return pointers;
    }

    private List<string> LowerArguments(Code code, Signature signature, CoreSignature core, string memory, Queue<string> pinned)
    {
        Function function = signature.Function;
        bool isMethod = function.Kind == FunctionKind.Method;
        ValueLowerer lowerer = new(_guest, _scope, signature.Locals, memory);
        if (core.HasIndirectParameters)
        {
            RecordLayout layout = _guest.Layout.GetRecord([.. function.Parameters.Select(item => item.Type)]);
            string at = signature.Locals.Add("arguments");
            code.Line($"byte* {at} = {memory}.Allocate({layout.Size});");
            if (isMethod)
            {
                code.Line($"{new Place(at).As("int")} = {Lend};");
            }

            for (int i = 0; i < signature.Parameters.Count; i++)
            {
                (string name, WitType type) = signature.Parameters[i];
                Place place = new(at, layout.Offsets[i + (isMethod ? 1 : 0)]);
                if (TypeNames.IsSpan(type, out _))
                {
                    code.Line($"new global::Skiff.Interop.Slice((byte*){pinned.Dequeue()}, {name}.Length).Store({place.Address});");
                }
                else
                {
                    lowerer.Store(code, type, name, place);
                }
            }

            return [at];
        }

        List<string> arguments = isMethod ? [Lend] : [];
        foreach ((string name, WitType type) in signature.Parameters)
        {
            arguments.AddRange(TypeNames.IsSpan(type, out _)
                ? [pinned.Dequeue(), $"{name}.Length"]
                : lowerer.Flat(code, type, name).Select(item => item.Text));
        }

        return arguments;
    }
}
