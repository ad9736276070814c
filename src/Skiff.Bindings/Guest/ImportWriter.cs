using Skiff.Bindings.Model;
using Skiff.Bindings.Writing;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>Writes the methods that call imported functions, and the classes of imported resources.</summary>
internal sealed class ImportWriter
{
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
        Signature signature = new(_scope, function, _container);
        FunctionName names = _scope[function];
        string modifier = function.Kind == FunctionKind.Method ? "" : "static ";
        code.Separate();
        if (function.Kind == FunctionKind.Constructor && signature.Outcome is null)
        {
            Documentation.Write(code, function.Documentation, $"Makes a {resource!.Name}.");
            code.Line($"public {resource.Name}({signature.Declarations})");
            code.Line($"    : base(new global::Skiff.Interop.ResourceHandle(New({signature.Arguments})))");
            code.Line("{");
            code.Line("}");
            code.Line();
            code.Open($"private static int New({signature.Declarations})");
            WriteBody(code, signature);
            code.Close();
            return;
        }

        Documentation.Write(code, function.Documentation, $"Calls {function.Name}.");
        if (signature.Outcome is { } outcome)
        {
            string exception = outcome.Error is null ? "global::Skiff.ResultException" : $"global::Skiff.ResultException{{TError}}";
            code.Line($"/// <exception cref=\"{exception}\">The function failed.</exception>");
            string discard = outcome.Ok is null ? "_ = " : "";
            code.Line($"public {modifier}{signature.ReturnType} {names.Method}({signature.Declarations}) =>");
            code.Line($"    {discard}{names.Try}({signature.Arguments}).Value;");
            code.Line();
            Documentation.Write(code, function.Documentation, $"Calls {function.Name}.");
            code.Line("/// <returns>The value, or the error.</returns>");
        }

        string type = signature.Outcome is null ? signature.ReturnType : signature.OutcomeType;
        code.Open($"public {modifier}{type} {(signature.Outcome is null ? names.Method : names.Try)}({signature.Declarations})");
        WriteBody(code, signature);
        code.Close();
    }

    private void WriteBody(Code code, Signature signature)
    {
        Function function = signature.Function;
        CoreSignature core = CoreSignature.Of(function, CanonicalDirection.Lower, _guest.Flattening);
        string import = _guest[_container].Import(_scope, function, core);
        bool needsMemory = core.HasIndirectParameters
            || signature.Parameters.Any(item => !TypeNames.IsSpan(item.Type, out _) && item.Type.ContainsPointer());
        Locals locals = signature.Locals;
        string memory = "";
        string area = "";
        if (core.HasReturnPointer)
        {
            string words = locals.Add("area");
            area = locals.Add("result");
            code.Line($"long* {words} = stackalloc long[{(_guest.Layout.GetSize(function.Result!) + 7) / 8}];");
            code.Line($"byte* {area} = (byte*){words};");
        }

        if (needsMemory)
        {
            string stack = locals.Add("stack");
            memory = locals.Add("memory");
            code.Line($"long* {stack} = stackalloc long[global::Skiff.Interop.CallMemory.StackSize / sizeof(long)];");
            code.Line($"global::Skiff.Interop.CallMemory {memory} = new((byte*){stack});");
            code.Open("try");
        }

        Dictionary<int, string> pinned = [];
        for (int i = 0; i < signature.Parameters.Count; i++)
        {
            if (TypeNames.IsSpan(signature.Parameters[i].Type, out ListType list))
            {
                string pointer = locals.Add(signature.Parameters[i].Name.TrimStart('@') + "Pointer");
                pinned.Add(i, pointer);
                code.Open($"fixed ({TypeNames.Of(list.Element, _scope)}* {pointer} = {signature.Parameters[i].Name})");
            }
        }

        List<string> arguments = LowerArguments(code, signature, core, pinned, memory);
        if (core.HasReturnPointer)
        {
            arguments.Add($"(int){area}");
        }

        string call = $"{import}({string.Join(", ", arguments)})";
        ValueLifter lifter = new(_guest, _scope, locals, "");
        if (function.Kind == FunctionKind.Constructor && signature.Outcome is null)
        {
            code.Line($"return {call};");
        }
        else if (function.Result is not { } result)
        {
            code.Line($"{call};");
        }
        else if (core.HasReturnPointer)
        {
            code.Line($"{call};");
            code.Line($"return {lifter.Load(code, result, area, 0)};");
        }
        else
        {
            string value = locals.Add("result");
            code.Line($"{CoreValue.NameOf(core.Results[0])} {value} = {call};");
            code.Line($"return {lifter.Flat(code, result, new([new(value, core.Results[0])]))};");
        }

        foreach (string _ in pinned.Values)
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

    private List<string> LowerArguments(
        Code code, Signature signature, CoreSignature core, Dictionary<int, string> pinned, string memory)
    {
        Function function = signature.Function;
        bool isMethod = function.Kind == FunctionKind.Method;
        const string Self = "global::Skiff.Interop.ResourceHandle.Lend(this)";
        ValueLowerer lowerer = new(_guest, _scope, signature.Locals, memory);
        if (core.HasIndirectParameters)
        {
            RecordLayout layout = _guest.Layout.GetRecord([.. function.Parameters.Select(item => item.Type)]);
            string at = signature.Locals.Add("arguments");
            code.Line($"byte* {at} = {memory}.Allocate({layout.Size});");
            if (isMethod)
            {
                code.Line($"*(int*){at} = {Self};");
            }

            for (int i = 0; i < signature.Parameters.Count; i++)
            {
                (string name, WitType type) = signature.Parameters[i];
                long offset = layout.Offsets[i + (isMethod ? 1 : 0)];
                if (pinned.TryGetValue(i, out string? pointer))
                {
                    code.Line($"new global::Skiff.Interop.Slice((byte*){pointer}, {name}.Length).Store({at} + {offset});");
                }
                else
                {
                    lowerer.Store(code, type, name, at, offset);
                }
            }

            return [$"(int){at}"];
        }

        List<string> arguments = isMethod ? [Self] : [];
        for (int i = 0; i < signature.Parameters.Count; i++)
        {
            (string name, WitType type) = signature.Parameters[i];
            if (pinned.TryGetValue(i, out string? pointer))
            {
                arguments.Add($"(int){pointer}");
                arguments.Add($"{name}.Length");
            }
            else
            {
                arguments.AddRange(lowerer.Flat(code, type, name).Select(item => item.Text));
            }
        }

        return arguments;
    }
}
