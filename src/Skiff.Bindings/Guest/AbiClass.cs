using Skiff.Bindings.Model;
using Skiff.Bindings.Names;
using Skiff.Bindings.Writing;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>The class beside a container that has its core imports and the methods that load and store its types.</summary>
internal sealed class AbiClass
{
    private readonly GuestModel _guest;
    private readonly NameScope _names = new(NameScope.ObjectMembers);
    private readonly Dictionary<DeclaredType, string> _loads = [];
    private readonly Dictionary<DeclaredType, string> _stores = [];
    private readonly Dictionary<DeclaredType, string> _takes = [];
    private readonly Dictionary<(DeclaredType, ResourceIntrinsic), string> _intrinsics = [];
    private readonly Queue<Action> _pending = new();

    public AbiClass(GuestModel guest, Container container)
    {
        _guest = guest;
        Container = container;
    }

    /// <summary>The container.</summary>
    public Container Container { get; }

    /// <summary>The members.</summary>
    public Code Code { get; } = new();

    /// <summary>The name with all that it is in.</summary>
    public string FullName => $"global::{Container.Namespace}.{Container.AbiName}";

    /// <summary>The method that reads a value from memory.</summary>
    public string Load(DeclaredType type) => Get(_loads, type, "Load", WriteLoad);

    /// <summary>The method that writes a value to memory.</summary>
    public string Store(DeclaredType type) => Get(_stores, type, "Store", WriteStore);

    /// <summary>The core import of an intrinsic of a resource.</summary>
    public string Intrinsic(DeclaredType resource, ResourceIntrinsic intrinsic)
    {
        if (!_intrinsics.TryGetValue((resource, intrinsic), out string? name))
        {
            string verb = intrinsic switch
            {
                ResourceIntrinsic.ExportedNew => "New",
                ResourceIntrinsic.ExportedRep => "Represent",
                _ => "Drop",
            };
            name = _names.Add(verb + resource.PlainName);
            _intrinsics.Add((resource, intrinsic), name);
            CoreImportName import = ComponentNames.Instance.GetImport(
                resource.Scope.Item, (ResourceDefinition)resource.Definition, intrinsic);
            CoreSignature signature = intrinsic switch
            {
                ResourceIntrinsic.ExportedNew => CoreSignature.ResourceNew,
                ResourceIntrinsic.ExportedRep => CoreSignature.ResourceRep,
                _ => CoreSignature.ResourceDrop,
            };
            string parameter = intrinsic == ResourceIntrinsic.ExportedNew ? "representation" : "handle";
            WriteImport(import, name, signature, $"int {parameter}");
        }

        return $"{FullName}.{name}";
    }

    /// <summary>The method that takes back an object that was given away as a resource of the component's own.</summary>
    public string Take(DeclaredType resource) => Get(_takes, resource, "Take", WriteTake);

    /// <summary>Declares the core import of a function.</summary>
    public string Import(ItemScope scope, Function function, CoreSignature signature)
    {
        string name = _names.Add(
            (function.Resource is { } resource ? Identifiers.Pascal(resource.Name) : "")
            + (function.Kind == FunctionKind.Constructor ? "Constructor" : Identifiers.Pascal(function.LocalName)));
        CoreParameters parameters = new(function, signature, _guest.Flattening, new());
        WriteImport(ComponentNames.Instance.GetImport(scope.Item, function), name, signature, parameters.Declare("void*"));
        return $"{FullName}.{name}";
    }

    /// <summary>Writes the methods that others asked for.</summary>
    /// <returns>Whether there were any.</returns>
    public bool WritePending()
    {
        bool any = _pending.Count > 0;
        while (_pending.Count > 0)
        {
            _pending.Dequeue()();
        }

        return any;
    }

    /// <summary>Text as a literal of C#.</summary>
    public static string Literal(string text) => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text, quote: true);

    private string Get(Dictionary<DeclaredType, string> known, DeclaredType type, string verb, Action<DeclaredType, string> write)
    {
        if (!known.TryGetValue(type, out string? name))
        {
            name = _names.Add(verb + type.Name);
            known.Add(type, name);
            _pending.Enqueue(() => write(type, name));
        }

        return $"{FullName}.{name}";
    }

    private void WriteImport(CoreImportName import, string name, CoreSignature signature, string parameters)
    {
        string result = signature.Results.Count == 0 ? "void" : CoreValue.NameOf(signature.Results[0]);
        Code.Separate();
        Code.Line($"[global::System.Runtime.InteropServices.DllImport({Literal(import.Module)}, EntryPoint = {Literal(import.Name)})]");
        Code.Line("[global::System.Runtime.InteropServices.WasmImportLinkage]");
        Code.Line($"internal static extern {result} {name}({parameters});");
    }

    private void WriteLoad(DeclaredType type, string name)
    {
        Locals locals = new();
        string at = locals.Add("at");
        string borrows = type.Scope.HoldsLent(type.Definition) ? locals.Add("borrows") : "";
        string parameter = borrows.Length == 0 ? "" : ", ref global::Skiff.Interop.BorrowScope borrows";
        Code.Separate();
        _guest.OpenMethod(Code, $"internal static {TypeNames.OfDeclared(type)} {name}(byte* {at}{parameter})");
        new ValueLifter(_guest, type.Scope, locals, borrows).LoadBody(Code, type, at);
        _guest.CloseMethod(Code);
    }

    private void WriteTake(DeclaredType resource, string name)
    {
        string represent = Intrinsic(resource, ResourceIntrinsic.ExportedRep);
        string drop = Intrinsic(resource, ResourceIntrinsic.ExportedDrop);
        string type = TypeNames.OfDeclared(resource);
        Code.Separate();
        Code.Open($"internal static {type} {name}(int handle)");
        Code.Line($"{type} resource = global::Skiff.Interop.ExportedResources.Take<{type}>({represent}(handle));");
        Code.Line($"{drop}(handle);");
        Code.Line("return resource;");
        Code.Close();
    }

    private void WriteStore(DeclaredType type, string name)
    {
        Locals locals = new();
        string at = locals.Add("at");
        string value = locals.Add(Identifiers.Camel(type.Definition.Name));
        string memory = type.Definition.ContainsPointer() ? locals.Add("memory") : "";
        string parameter = memory.Length == 0 ? "" : $", ref global::Skiff.Interop.CallMemory {memory}";
        Code.Separate();
        _guest.OpenMethod(Code, $"internal static void {name}(byte* {at}, {TypeNames.OfDeclared(type)} {value}{parameter})");
        new ValueLowerer(_guest, type.Scope, locals, memory).StoreBody(Code, type, value, at);
        _guest.CloseMethod(Code);
    }
}
