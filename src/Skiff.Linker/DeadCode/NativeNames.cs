using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Skiff.Linker.DeadCode;

/// <summary>The native functions that the metadata of a program's assemblies names.</summary>
internal sealed class NativeNames
{
    /// <summary>
    /// The methods of the core library by which a program asks for native functions under names that need not be in its
    /// metadata: <c>NativeLibrary.GetExport</c>, and what makes P/Invokes at run time.
    /// </summary>
    internal static readonly (string Type, string Method)[] LookUps =
    [
        ("System.Runtime.InteropServices.NativeLibrary", "GetSymbol"),
        ("System.Reflection.Emit.RuntimeTypeBuilder", "DefinePInvokeMethodCore"),
        ("System.Reflection.Emit.RuntimeModuleBuilder", "DefinePInvokeMethodCore"),
        ("System.Reflection.Emit.RuntimeMethodBuilder", "SetCustomAttributeCore"),
    ];

    private const string CoreLibrary = "System.Private.CoreLib";
    private static readonly HashSet<string> s_lookUpMethods = [.. LookUps.Select(lookUp => lookUp.Method)];

    private readonly HashSet<(string Type, string Method)> _internalCalls = [];
    private readonly HashSet<string> _entryPoints = [];

    /// <summary>Reads the names.</summary>
    /// <param name="assemblies">The paths of all assemblies of the program.</param>
    /// <exception cref="BadImageFormatException">A file is no assembly; the message names it.</exception>
    public static NativeNames Of(IEnumerable<string> assemblies)
    {
        NativeNames names = new();
        foreach (string assembly in assemblies)
        {
            try
            {
                using FileStream file = File.OpenRead(assembly);
                using PEReader image = new(file);
                if (image.HasMetadata)
                {
                    names.Add(image.GetMetadataReader());
                }
            }
            catch (BadImageFormatException exception)
            {
                throw new BadImageFormatException($"'{assembly}' is no .NET assembly: {exception.Message}", assembly, exception);
            }
        }

        return names;
    }

    /// <summary>Whether a method is an internal call that the metadata has.</summary>
    public bool HasInternalCall(string type, string method) => _internalCalls.Contains((type, method));

    /// <summary>Whether a P/Invoke names a function. Libraries go by several names; any will do.</summary>
    public bool HasEntryPoint(string function) => _entryPoints.Contains(function);

    /// <summary>Whether the program has one of <see cref="LookUps"/>.</summary>
    public bool LooksUpAtRunTime { get; private set; }

    private void Add(MetadataReader metadata)
    {
        bool isCore = metadata.IsAssembly && metadata.StringComparer.Equals(metadata.GetAssemblyDefinition().Name, CoreLibrary);
        foreach (MethodDefinitionHandle handle in metadata.MethodDefinitions)
        {
            MethodDefinition method = metadata.GetMethodDefinition(handle);
            if (method.ImplAttributes.HasFlag(MethodImplAttributes.InternalCall))
            {
                _internalCalls.Add((FullName(metadata, method.GetDeclaringType()), metadata.GetString(method.Name)));
            }

            if (isCore && !LooksUpAtRunTime)
            {
                string name = metadata.GetString(method.Name);
                LooksUpAtRunTime = s_lookUpMethods.Contains(name) && LookUps.Contains((FullName(metadata, method.GetDeclaringType()), name));
            }

            if (method.Attributes.HasFlag(MethodAttributes.PinvokeImpl) && method.GetImport() is { Name.IsNil: false } import)
            {
                _entryPoints.Add(metadata.GetString(import.Name));
            }
        }
    }

    // As the runtime writes it: nested types after a slash.
    private static string FullName(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        TypeDefinition type = metadata.GetTypeDefinition(handle);
        string name = metadata.GetString(type.Name);
        if (!type.GetDeclaringType().IsNil)
        {
            return $"{FullName(metadata, type.GetDeclaringType())}/{name}";
        }

        return type.Namespace.IsNil ? name : $"{metadata.GetString(type.Namespace)}.{name}";
    }
}
