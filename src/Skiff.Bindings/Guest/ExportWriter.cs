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
            WriteMember(_guest, code, function, _scope);
        }

        code.Close();
    }

    /// <summary>Writes the interface of a resource.</summary>
    public static void WriteResource(GuestModel guest, Code code, DeclaredType type)
    {
        ResourceDefinition resource = (ResourceDefinition)type.Definition;
        Documentation.Write(code, resource.Documentation, $"The WIT resource {resource.Name}, which the component implements.");
        code.Open($"public interface {type.Name}");
        foreach (Function function in resource.Functions.Where(item => item.Kind == FunctionKind.Method))
        {
            WriteMember(guest, code, function, type.Scope);
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
            WriteMember(guest, code, function, type.Scope);
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

    private static void WriteMember(GuestModel guest, Code code, Function function, ItemScope scope)
    {
        Signature signature = new(scope, function);
        string modifier = function.Kind == FunctionKind.Method ? "" : "static abstract ";
        code.Separate();
        Documentation.Write(code, function.Documentation, Documentation.Describe(function));
        bool returnsResult = guest.ReturnsResults && signature.Outcome is not null;
        if (!returnsResult && signature.Outcome is { } outcome)
        {
            code.Line($"/// <exception cref=\"{Documentation.ExceptionOf(outcome)}\">Becomes the error case of the result.</exception>");
        }

        code.Line($"{modifier}{(returnsResult ? signature.OutcomeType : signature.ReturnType)} {scope[function].Method}({signature.Declarations});");
    }

    private void WriteDestructor(Code code, DeclaredType type)
    {
        string export = ComponentNames.Instance.GetDestructor(_scope.Item!, (ResourceDefinition)type.Definition);
        code.Separate();
        WriteAttribute(code, export);
        code.Open($"internal static void {_names.Add("Drop" + type.PlainName)}(int representation)");
        code.Open("try");
        code.Line("global::Skiff.Interop.ExportedResources.Remove(representation);");
        code.Close();
        WriteTrap(code, new());
        code.Close();
    }

    private void WriteFunction(Code code, Function function, string implementation, DeclaredType? resource)
    {
        CoreSignature core = CoreSignature.Of(function, CanonicalDirection.Lift, _guest.Flattening);
        Locals locals = new();
        CoreParameters parameters = new(function, core, _guest.Flattening, locals);
        string result = core.HasReturnPointer ? "byte*" : core.Results.Count == 0 ? "void" : CoreValue.NameOf(core.Results[0]);
        string name = _names.Add((resource?.PlainName ?? "") + _scope[function].Method);
        code.Separate();
        WriteAttribute(code, ComponentNames.Instance.GetExport(_scope.Item, function));
        _guest.OpenMethod(code, $"internal static {result} {name}({parameters.Declare("byte*")})");

        string borrows = function.Parameters.Any(item => _scope.HoldsLent(item.Type)) ? locals.Add("borrows") : "";
        List<string> ends = [];
        if (borrows.Length > 0)
        {
            code.Line($"global::Skiff.Interop.BorrowScope {borrows} = default;");
            ends.Add($"{borrows}.End();");
        }

        Code body = new();
        string call = LiftArguments(code, body, function, core, parameters, locals, borrows, ends, resource, implementation);
        code.Open("try");
        code.Add(body);
        WriteCall(code, function, core, call, locals);
        code.Close();
        WriteTrap(code, locals);
        if (ends.Count > 0)
        {
            code.Open("finally");
            ends.ForEach(code.Line);
            code.Close();
        }

        _guest.CloseMethod(code);
        if (core.HasReturnPointer && CoreSignature.NeedsPostReturn(function))
        {
            code.Separate();
            WriteAttribute(code, ComponentNames.Instance.GetExport(_scope.Item, function, CoreExportKind.PostReturn));
            code.Line($"internal static void {_names.Add("Free" + name)}(byte* result) => global::Skiff.Interop.CallMemory.FreeResult(result);");
        }
    }

    private static bool IsSelf(Function function, Parameter parameter) =>
        function.Kind == FunctionKind.Method && ReferenceEquals(function.Parameters[0], parameter);

    /// <summary>Writes what makes the arguments of the class that implements the function.</summary>
    /// <returns>The call.</returns>
    private string LiftArguments(
        Code head,
        Code code,
        Function function,
        CoreSignature core,
        CoreParameters parameters,
        Locals locals,
        string borrows,
        List<string> ends,
        DeclaredType? resource,
        string implementation)
    {
        ValueLifter lifter = new(_guest, _scope, locals, borrows);
        Queue<CoreValue> values = new(parameters.Values);
        RecordLayout layout = _guest.Layout.GetRecord([.. function.Parameters.Select(item => item.Type)]);
        string at = parameters.Values.Count > 0 ? parameters.Values[0].Text : "";
        string target = implementation;
        List<string> arguments = [];
        for (int i = 0; i < function.Parameters.Count; i++)
        {
            Parameter parameter = function.Parameters[i];
            Place place = new(at, layout.Offsets[i]);
            string name = Identifiers.Camel(parameter.Name);
            if (IsSelf(function, parameter))
            {
                string self = core.HasIndirectParameters ? place.As("int") : values.Dequeue().Text;
                target = $"global::Skiff.Interop.ExportedResources.Get<{TypeNames.OfDeclared(resource!)}>({self})";
            }
            else if (TypeNames.IsSpan(parameter.Type, out ListType list))
            {
                // What a span refers to is freed when the function has returned.
                string slice = locals.Add(Locals.NameOf(name, "Slice"));
                (string pointer, string length) = core.HasIndirectParameters
                    ? ($"{slice}.Pointer", $"{slice}.Length")
                    : (values.Dequeue().Text, values.Dequeue().Text);
                if (core.HasIndirectParameters)
                {
                    head.Line($"global::Skiff.Interop.Slice {slice} = global::Skiff.Interop.Slice.Load({place.Address});");
                }

                ends.Add($"global::Skiff.Interop.Lift.Free({pointer}, {length});");
                arguments.Add($"new global::System.ReadOnlySpan<{TypeNames.Of(list.Element, _scope)}>({pointer}, {length})");
            }
            else
            {
                string value = core.HasIndirectParameters
                    ? lifter.Load(code, parameter.Type, place, name)
                    : lifter.Flat(code, parameter.Type, values, name);
                if (!Code.IsShort(value))
                {
                    string local = locals.Add(name);
                    code.Line($"{TypeNames.Of(parameter.Type, _scope)} {local} = {value};");
                    value = local;
                }

                arguments.Add(value);
            }
        }

        if (core.HasIndirectParameters)
        {
            ends.Add($"global::Skiff.Interop.Lift.Free({at}, {layout.Size});");
        }

        return $"{target}.{_scope[function].Method}({Code.List(arguments)})";
    }

    private void WriteCall(Code code, Function function, CoreSignature core, string call, Locals locals)
    {
        if (function.Result is not { } type)
        {
            code.Line($"{call};");
            return;
        }

        string value = call;
        if (type.Unaliased is ResultType outcome)
        {
            value = locals.Add("value");
            WriteOutcome(code, outcome, value, call, locals);
        }
        else if (!ValueLowerer.IsInline(type))
        {
            value = locals.Add("value");
            code.Line($"{TypeNames.Of(type, _scope)} {value} = {call};");
        }

        string memory = type.ContainsPointer() ? locals.Add("memory") : "";
        if (memory.Length > 0)
        {
            code.Line($"global::Skiff.Interop.CallMemory {memory} = default;");
        }

        ValueLowerer lowerer = new(_guest, _scope, locals, memory);
        if (!core.HasReturnPointer)
        {
            code.Line($"return {lowerer.Flat(code, type, value)[0].Text};");
            return;
        }

        string result = locals.Add("result");
        long size = _guest.Layout.GetSize(type);
        code.Line($"byte* {result} = global::Skiff.Interop.CallMemory.{(memory.Length > 0 ? "AllocateResult" : "SharedResult")}({size});");
        lowerer.Store(code, type, value, new(result));
        code.Line(memory.Length > 0 ? $"return {memory}.Return({result});" : $"return {result};");
    }

    private void WriteOutcome(Code code, ResultType outcome, string value, string call, Locals locals)
    {
        string type = TypeNames.OfResult(outcome, _scope);
        string exception = locals.Add("exception");
        code.Line($"{type} {value};");
        code.Open("try");
        if (_guest.ReturnsResults)
        {
            code.Line($"{value} = {call};");
        }
        else if (outcome.Ok is null)
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
        }
        else
        {
            code.Open($"catch (global::Skiff.ResultException<{TypeNames.OfCase(outcome.Error, _scope)}> {exception})");
            code.Line($"{value} = {type}.Fail({exception}.Error);");
            code.Close();
            if (ReferenceEquals(outcome.Error.Unaliased, PrimitiveType.String))
            {
                code.Open($"catch (global::System.Exception {exception})");
                code.Line($"{value} = {type}.Fail({exception}.Message);");
                code.Close();
            }
        }

        // The names of blocks that are over.
        locals.Release(exception);
    }

    private static void WriteTrap(Code code, Locals locals)
    {
        string exception = locals.Add("exception");
        code.Open($"catch (global::System.Exception {exception})");
        code.Line($"throw global::Skiff.Interop.Trap.For({exception});");
        code.Close();
    }

    private static void WriteAttribute(Code code, string name) =>
        code.Line($"[global::System.Runtime.InteropServices.UnmanagedCallersOnly(EntryPoint = {AbiClass.Literal(name)})]");
}
