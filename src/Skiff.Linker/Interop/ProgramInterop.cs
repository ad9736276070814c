using System.Reflection;
using System.Reflection.Metadata;
using Skiff.Linker.Bundling;

namespace Skiff.Linker.Interop;

/// <summary>What a program calls of its host, and what it offers to it, by its metadata.</summary>
internal sealed class ProgramInterop
{
    private const string ReservedPrefix = "_";

    private readonly List<ImportedFunction> _imports = [];
    private readonly List<ExportedMethod> _exports = [];

    private ProgramInterop()
    {
    }

    /// <summary>The native functions, in the order of library and name.</summary>
    public IReadOnlyList<ImportedFunction> Imports => _imports;

    /// <summary>The methods, in the order of their names.</summary>
    public IReadOnlyList<ExportedMethod> Exports => _exports;

    /// <summary>Whether there is nothing of either.</summary>
    public bool IsEmpty => _imports.Count == 0 && _exports.Count == 0;

    /// <summary>Reads the program's own assemblies.</summary>
    /// <param name="entries">All of its files.</param>
    /// <param name="isOwn">Whether an assembly, by its file name, is the program's and not of the base class library.</param>
    /// <param name="importLibraries">Libraries that the host provides, beside those of methods that say so themselves.</param>
    /// <exception cref="AppLinkException">A signature is not supported, or two exports have one name.</exception>
    public static ProgramInterop Read(IReadOnlyList<BundleEntry> entries, Func<string, bool> isOwn, IReadOnlyCollection<string> importLibraries)
    {
        ProgramInterop interop = new();
        using AssemblySet assemblies = new(entries);
        NativeTypeProvider types = new(assemblies);
        string[] own = [.. entries.Where(entry => entry.Kind == BundleKind.Assembly && isOwn(entry.Name)).Select(entry => Path.GetFileNameWithoutExtension(entry.Name))];
        var bindings = UsedBindings.Find(assemblies, own);
        foreach (string name in own)
        {
            MetadataReader reader = assemblies.Find(name)!;
            foreach (MethodDefinitionHandle handle in reader.MethodDefinitions)
            {
                MethodDefinition method = reader.GetMethodDefinition(handle);
                if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl))
                {
                    if (bindings.Contains(reader, handle))
                    {
                        interop.AddImport(reader, method, types, importLibraries);
                    }
                }
                else if (method.Attributes.HasFlag(MethodAttributes.Static) && ExportName(reader, method) is { } export)
                {
                    interop.AddExport(reader, method, name, export, types);
                }
            }
        }

        interop._imports.Sort((a, b) => string.CompareOrdinal(a.Library, b.Library) is not 0 and int order ? order : string.CompareOrdinal(a.EntryPoint, b.EntryPoint));
        interop._exports.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return interop;
    }

    /// <summary>Forgets exports.</summary>
    public void KeepExports(Predicate<ExportedMethod> isKept) => _exports.RemoveAll(export => !isKept(export));

    private void AddImport(MetadataReader reader, MethodDefinition method, NativeTypeProvider types, IReadOnlyCollection<string> importLibraries)
    {
        MethodImport import = method.GetImport();
        if (import.Module.IsNil)
        {
            return;
        }

        string library = reader.GetString(reader.GetModuleReference(import.Module).Name);
        // A module cannot do without what it imports, and a library that only some systems have is there for programs that ask first.
        if (!importLibraries.Contains(library) && !HasAttribute(reader, method, "System.Runtime.InteropServices", "WasmImportLinkageAttribute"))
        {
            return;
        }

        string entryPoint = import.Name.IsNil ? reader.GetString(method.Name) : reader.GetString(import.Name);
        NativeSignature signature = Decode(reader, method, types, LinkError.UnsupportedImport);
        if (!method.ImplAttributes.HasFlag(MethodImplAttributes.PreserveSig))
        {
            throw Unsupported(LinkError.UnsupportedImport, reader, method, "returns its result by PreserveSig = false, which only COM has");
        }

        ImportedFunction? other = _imports.Find(known => known.Library == library && known.EntryPoint == entryPoint);
        if (other is null)
        {
            _imports.Add(new ImportedFunction(library, entryPoint, signature));
        }
        else if (other.Signature.Type is var type && !type.Equals(signature.Type))
        {
            throw Unsupported(
                LinkError.UnsupportedImport, reader, method, $"calls '{library}' '{entryPoint}' as {signature.Type}, and another method calls it as {type}");
        }
    }

    private void AddExport(MetadataReader reader, MethodDefinition method, string assembly, string name, NativeTypeProvider types)
    {
        NativeSignature signature = Decode(reader, method, types, LinkError.UnsupportedExport);
        if (name is "memory" or "cabi_realloc" || name.StartsWith(ReservedPrefix, StringComparison.Ordinal))
        {
            throw Unsupported(LinkError.UnsupportedExport, reader, method, $"is exported as '{name}', a name that has a meaning to hosts; choose another EntryPoint");
        }

        if (_exports.Exists(known => known.Name == name))
        {
            throw Unsupported(LinkError.UnsupportedExport, reader, method, $"is exported as '{name}', and so is another method");
        }

        TypeDefinition type = reader.GetTypeDefinition(method.GetDeclaringType());
        int overloads = type.GetMethods().Select(reader.GetMethodDefinition)
            .Count(other => other.Name == method.Name && other.DecodeSignature(new ParameterCounter(), null).ParameterTypes.Length == signature.Parameters.Length);
        if (overloads > 1)
        {
            throw Unsupported(LinkError.UnsupportedExport, reader, method, "has an overload with as many parameters, from which the runtime cannot tell it; rename one of them");
        }

        (string typeNamespace, string typeName) = NameOf(reader, type);
        _exports.Add(new ExportedMethod(name, assembly, typeNamespace, typeName, reader.GetString(method.Name), signature));
    }

    private static NativeSignature Decode(MetadataReader reader, MethodDefinition method, NativeTypeProvider types, LinkError error)
    {
        try
        {
            MethodSignature<NativeType> signature = method.DecodeSignature(types, null);
            return new NativeSignature(signature.ReturnType, signature.ParameterTypes);
        }
        catch (UnsupportedTypeException exception)
        {
            throw Unsupported(error, reader, method, $"passes {exception.Message}, and WebAssembly functions take numbers and addresses; pass a pointer instead");
        }
    }

    /// <summary>The <c>EntryPoint</c> of <c>[UnmanagedCallersOnly]</c>; null where there is none.</summary>
    private static string? ExportName(MetadataReader reader, MethodDefinition method)
    {
        foreach (CustomAttributeHandle handle in method.GetCustomAttributes())
        {
            CustomAttribute attribute = reader.GetCustomAttribute(handle);
            if (!attribute.IsOfType(reader, "System.Runtime.InteropServices", "UnmanagedCallersOnlyAttribute"))
            {
                continue;
            }

            CustomAttributeValue<object?> value = attribute.DecodeValue(AttributeTypes.Instance);
            return value.NamedArguments.FirstOrDefault(argument => argument.Name == "EntryPoint").Value as string;
        }

        return null;
    }

    private static bool HasAttribute(MetadataReader reader, MethodDefinition method, string attributeNamespace, string name) =>
        method.GetCustomAttributes().Any(handle => reader.GetCustomAttribute(handle).IsOfType(reader, attributeNamespace, name));

    private static (string Namespace, string Name) NameOf(MetadataReader reader, TypeDefinition type)
    {
        string name = reader.GetString(type.Name);
        while (type.IsNested)
        {
            type = reader.GetTypeDefinition(type.GetDeclaringType());
            name = $"{reader.GetString(type.Name)}/{name}";
        }

        return (reader.GetString(type.Namespace), name);
    }

    private static AppLinkException Unsupported(LinkError error, MetadataReader reader, MethodDefinition method, string what)
    {
        (string typeNamespace, string type) = NameOf(reader, reader.GetTypeDefinition(method.GetDeclaringType()));
        string name = $"{type.Replace('/', '.')}.{reader.GetString(method.Name)}";
        return new AppLinkException(error, $"the method {(typeNamespace.Length == 0 ? name : $"{typeNamespace}.{name}")} {what}");
    }
}
