using Skiff.Bindings.Model;
using Skiff.Bindings.Names;
using Skiff.Bindings.Writing;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>Writes the interfaces that classes implement and the functions that WebAssembly calls.</summary>
internal sealed class ExportWriter
{
    private readonly GuestModel _guest;
    private readonly ExportedInterface _export;
    private readonly ItemScope _scope;
    private readonly NameScope _names = new(NameScope.ObjectMembers);

    public ExportWriter(GuestModel guest, ExportedInterface export)
    {
        _guest = guest;
        _export = export;
        _scope = export.Scope;
    }

    /// <summary>Writes the interface of the functions that belong to no resource.</summary>
    public void WriteInterface(Code code)
    {
        Documentation.Write(code, _scope.Owner.Documentation, $"What a component exports as {_export.WitName}.");
        code.Open($"public interface {_export.Name}");
        foreach (Function function in _export.Functions)
        {
            WriteMember(code, function, null);
        }

        code.Close();
    }

    /// <summary>Writes the interface of a resource.</summary>
    public static void WriteResource(Code code, DeclaredType type)
    {
        ResourceDefinition resource = (ResourceDefinition)type.Definition;
        Documentation.Write(code, resource.Documentation, $"The WIT resource {resource.Name}, which the component implements.");
        code.Open($"public interface {type.Name}");
        foreach (Function function in resource.Functions.Where(item => item.Kind == FunctionKind.Method))
        {
            WriteMember(code, function, type.Container, type.Scope);
        }

        code.Close();
        if (resource.Functions.All(item => item.Kind == FunctionKind.Method))
        {
            return;
        }

        // An interface with static members cannot be a type argument, such as that of a result.
        code.Separate();
        code.Line($"/// <summary>The constructor and static functions of the WIT resource {resource.Name}.</summary>");
        code.Open($"public interface {type.Name}Factory");
        foreach (Function function in resource.Functions.Where(item => item.Kind != FunctionKind.Method))
        {
            WriteMember(code, function, type.Container, type.Scope);
        }

        code.Close();
    }

    /// <summary>Writes the functions of an interface.</summary>
    /// <param name="code">Where they go.</param>
    /// <param name="implementation">The class that implements the interface, if there is one.</param>
    /// <param name="resources">The classes that implement the resources with constructors or static functions.</param>
    public void WriteFunctions(Code code, string? implementation, IReadOnlyDictionary<DeclaredType, string> resources)
    {
        code.Line($"/// <summary>The functions that WebAssembly calls for {Documentation.Escape(_export.WitName)}.</summary>");
        code.Open($"internal static unsafe class {_export.ExportsName}");
        if (implementation is not null)
        {
            foreach (Function function in _export.Functions)
            {
                WriteFunction(code, function, implementation, null);
            }
        }

        foreach (DeclaredType type in _export.Resources)
        {
            resources.TryGetValue(type, out string? resourceImplementation);
            foreach (Function function in ((ResourceDefinition)type.Definition).Functions)
            {
                if (function.Kind == FunctionKind.Method || resourceImplementation is not null)
                {
                    WriteFunction(code, function, resourceImplementation ?? "", type);
                }
            }

            WriteDestructor(code, type);
        }

        code.Close();
    }

    private void WriteMember(Code code, Function function, Container? here) => WriteMember(code, function, here, _scope);

    private static void WriteMember(Code code, Function function, Container? here, ItemScope scope)
    {
        Signature signature = new(scope, function, here);
        string modifier = function.Kind == FunctionKind.Method ? "" : "static abstract ";
        code.Separate();
        Documentation.Write(code, function.Documentation, $"Implements {function.Name}.");
        if (signature.Outcome is { } outcome)
        {
            string exception = outcome.Error is null ? "global::Skiff.ResultException" : "global::Skiff.ResultException{TError}";
            code.Line($"/// <exception cref=\"{exception}\">Becomes the error case of the result.</exception>");
        }

        code.Line($"{modifier}{signature.ReturnType} {scope[function].Method}({signature.Declarations});");
    }

    private void WriteDestructor(Code code, DeclaredType type)
    {
        string name = _names.Add("Drop" + type.PlainName);
        string export = ComponentNames.Instance.GetDestructor(_scope.Item!, (ResourceDefinition)type.Definition);
        code.Separate();
        WriteAttribute(code, export);
        code.Open($"internal static void {name}(int representation)");
        code.Open("try");
        code.Line("global::Skiff.Interop.ExportedResources.Remove(representation);");
        code.Close();
        WriteTrap(code);
        code.Close();
    }

    private void WriteFunction(Code code, Function function, string implementation, DeclaredType? resource)
    {
        CoreSignature core = CoreSignature.Of(function, CanonicalDirection.Lift, _guest.Flattening);
        Signature signature = new(_scope, function, null);

        // The names of the core parameters come first; what is lifted has the names of the interface.
        Locals locals = signature.Locals;
        string[] names = [.. core.Parameters.Select((_, index) => locals.Add(core.HasIndirectParameters ? "arguments" : $"p{index}"))];
        string result = core.Results.Count == 0 ? "void" : CoreValue.NameOf(core.Results[0]);
        string name = _names.Add((resource?.PlainName ?? "") + _scope[function].Method);
        code.Separate();
        WriteAttribute(code, ComponentNames.Instance.GetExport(_scope.Item, function));
        code.Open($"internal static {result} {name}({string.Join(", ", core.Parameters.Select((type, index) => $"{CoreValue.NameOf(type)} {names[index]}"))})");

        bool hasBorrows = function.Parameters.Any(item => item.Type.ContainsBorrow());
        string borrows = hasBorrows ? locals.Add("borrows") : "";
        if (hasBorrows)
        {
            code.Line($"global::Skiff.Interop.BorrowScope {borrows} = default;");
        }

        // What spans refer to is freed when the function has returned.
        List<string> ends = hasBorrows ? [$"{borrows}.End();"] : [];
        Code body = new();
        string call = LiftArguments(code, body, signature, core, names, borrows, ends, resource, implementation);
        code.Open("try");
        code.Add(body);
        WriteCall(code, signature, core, call);
        code.Close();
        WriteTrap(code);
        if (ends.Count > 0)
        {
            code.Open("finally");
            foreach (string end in ends)
            {
                code.Line(end);
            }

            code.Close();
        }

        code.Close();
        if (core.HasReturnPointer && CoreSignature.NeedsPostReturn(function))
        {
            code.Separate();
            WriteAttribute(code, ComponentNames.Instance.GetExport(_scope.Item, function, CoreExportKind.PostReturn));
            code.Line($"internal static void {_names.Add("Free" + name)}(int result) => global::Skiff.Interop.CallMemory.FreeResult((byte*)result);");
        }
    }

    private string LiftArguments(
        Code code,
        Code body,
        Signature signature,
        CoreSignature core,
        string[] names,
        string borrows,
        List<string> ends,
        DeclaredType? resource,
        string implementation)
    {
        Function function = signature.Function;
        bool isMethod = function.Kind == FunctionKind.Method;
        ValueLifter lifter = new(_guest, _scope, signature.Locals, borrows);
        Queue<CoreValue> values = new(names.Select((item, index) => new CoreValue(item, core.Parameters[index])));
        RecordLayout layout = _guest.Layout.GetRecord([.. function.Parameters.Select(item => item.Type)]);
        string at = "";
        if (core.HasIndirectParameters)
        {
            at = signature.Locals.Add("at");
            code.Line($"byte* {at} = (byte*){names[0]};");
            ends.Add($"global::Skiff.Interop.Lift.Free({at}, {layout.Size});");
        }

        string target = implementation;
        if (isMethod)
        {
            string self = core.HasIndirectParameters ? $"*(int*){at}" : values.Dequeue().Text;
            target = $"global::Skiff.Interop.ExportedResources.Get<{TypeNames.OfDeclared(resource!)}>({self})";
        }

        for (int i = 0; i < signature.Parameters.Count; i++)
        {
            (string name, WitType type) = signature.Parameters[i];
            long offset = layout.Offsets[i + (isMethod ? 1 : 0)];
            if (TypeNames.IsSpan(type, out ListType list))
            {
                string pointer;
                string length;
                if (core.HasIndirectParameters)
                {
                    string slice = signature.Locals.Add("slice");
                    code.Line($"global::Skiff.Interop.Slice {slice} = global::Skiff.Interop.Slice.Load({at} + {offset});");
                    (pointer, length) = ($"{slice}.Pointer", $"{slice}.Length");
                }
                else
                {
                    (pointer, length) = ($"(byte*){values.Dequeue().Text}", values.Dequeue().Text);
                }

                string element = TypeNames.Of(list.Element, _scope);
                body.Line($"global::System.ReadOnlySpan<{element}> {name} = new({pointer}, {length});");
                ends.Insert(0, $"global::Skiff.Interop.Lift.Free({pointer}, {length});");
            }
            else
            {
                string value = core.HasIndirectParameters ? lifter.Load(body, type, at, offset) : lifter.Flat(body, type, values);
                body.Line($"{TypeNames.Of(type, _scope)} {name} = {value};");
            }
        }

        return $"{target}.{_scope[function].Method}({signature.Arguments})";
    }

    private void WriteCall(Code code, Signature signature, CoreSignature core, string call)
    {
        Function function = signature.Function;
        if (function.Result is not { } type)
        {
            code.Line($"{call};");
            return;
        }

        string value = signature.Locals.Add("value");
        if (signature.Outcome is { } outcome)
        {
            WriteOutcome(code, signature, outcome, value, call);
        }
        else
        {
            code.Line($"{TypeNames.Of(type, _scope)} {value} = {call};");
        }

        string memory = "";
        if (type.ContainsPointer())
        {
            memory = signature.Locals.Add("memory");
            code.Line($"global::Skiff.Interop.CallMemory {memory} = default;");
        }

        ValueLowerer lowerer = new(_guest, _scope, signature.Locals, memory);
        if (!core.HasReturnPointer)
        {
            code.Line($"return {lowerer.Flat(code, type, value)[0].Text};");
            return;
        }

        string result = signature.Locals.Add("result");
        long size = _guest.Layout.GetSize(type);
        code.Line(memory.Length > 0
            ? $"byte* {result} = global::Skiff.Interop.CallMemory.AllocateResult({size});"
            : $"byte* {result} = global::Skiff.Interop.CallMemory.SharedResult({size});");
        lowerer.Store(code, type, value, result, 0);
        code.Line(memory.Length > 0 ? $"return (int){memory}.Return({result});" : $"return (int){result};");
    }

    private static void WriteOutcome(Code code, Signature signature, ResultType outcome, string value, string call)
    {
        string type = signature.OutcomeType;
        string exception = signature.Locals.Add("exception");
        code.Line($"{type} {value};");
        code.Open("try");
        if (outcome.Ok is null)
        {
            code.Line($"{call};");
            code.Line($"{value} = {type}.Ok(default);");
        }
        else
        {
            code.Line($"{value} = {type}.Ok({call});");
        }

        code.Close();
        if (outcome.Error is null)
        {
            code.Open("catch (global::Skiff.ResultException)");
            code.Line($"{value} = {type}.Fail(default);");
            code.Close();
            // The caller learns no more than that; what it was is not lost.
            code.Open($"catch (global::System.Exception {exception})");
            code.Line($"global::Skiff.Interop.Trap.Report({exception});");
            code.Line($"{value} = {type}.Fail(default);");
            code.Close();
            return;
        }

        code.Open($"catch (global::Skiff.ResultException<{signature.ErrorType}> {exception})");
        code.Line($"{value} = {type}.Fail({exception}.Error);");
        code.Close();
        if (ReferenceEquals(outcome.Error.Unaliased, PrimitiveType.String))
        {
            code.Open($"catch (global::System.Exception {exception})");
            code.Line($"{value} = {type}.Fail({exception}.Message);");
            code.Close();
        }
    }

    private static void WriteTrap(Code code)
    {
        code.Open("catch (global::System.Exception failure)");
        code.Line("throw global::Skiff.Interop.Trap.For(failure);");
        code.Close();
    }

    private static void WriteAttribute(Code code, string name) =>
        code.Line($"[global::System.Runtime.InteropServices.UnmanagedCallersOnly(EntryPoint = {AbiClass.Literal(name)})]");
}
