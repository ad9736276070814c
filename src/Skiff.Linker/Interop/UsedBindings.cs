using System.Reflection;
using System.Reflection.Metadata;

namespace Skiff.Linker.Interop;

/// <summary>
/// What a program uses of the methods that the generator of bindings made for it: those that code of its own calls, and
/// those that these call. The trimmer keeps a program's own assembly whole, and a component should not import what nobody
/// calls.
/// </summary>
internal sealed class UsedBindings
{
    private const string Tool = "Skiff.Bindings";

    private readonly AssemblySet _assemblies;
    private readonly Dictionary<(MetadataReader, TypeDefinitionHandle), bool> _generated = [];
    private readonly HashSet<(MetadataReader, MethodDefinitionHandle)> _used = [];
    private readonly Queue<(string Assembly, MethodDefinitionHandle Method)> _pending = new();

    private UsedBindings(AssemblySet assemblies) => _assemblies = assemblies;

    /// <summary>Looks for them.</summary>
    /// <param name="assemblies">The program.</param>
    /// <param name="own">The names of the assemblies to look at.</param>
    public static UsedBindings Find(AssemblySet assemblies, IReadOnlyList<string> own)
    {
        UsedBindings used = new(assemblies);
        string[] generated = [.. own.Where(used.HasGenerated)];
        foreach (string name in generated.Length == 0 ? [] : own)
        {
            MetadataReader reader = assemblies.Find(name)!;
            foreach (MethodDefinitionHandle handle in reader.MethodDefinitions)
            {
                if (!used.IsGenerated(reader, reader.GetMethodDefinition(handle).GetDeclaringType()))
                {
                    used.AddCalls(name, handle);
                }
            }
        }

        while (used._pending.TryDequeue(out (string Assembly, MethodDefinitionHandle Method) next))
        {
            used.AddCalls(next.Assembly, next.Method);
        }

        return used;
    }

    /// <summary>Whether a method was not generated, or is used.</summary>
    public bool Contains(MetadataReader reader, MethodDefinitionHandle method) =>
        _used.Contains((reader, method)) || !IsGenerated(reader, reader.GetMethodDefinition(method).GetDeclaringType());

    private bool HasGenerated(string assembly)
    {
        MetadataReader reader = _assemblies.Find(assembly)!;
        return reader.TypeDefinitions.Any(type => IsGenerated(reader, type));
    }

    private bool IsGenerated(MetadataReader reader, TypeDefinitionHandle handle)
    {
        if (!_generated.TryGetValue((reader, handle), out bool known))
        {
            TypeDefinition type = reader.GetTypeDefinition(handle);
            known = type.GetCustomAttributes().Select(reader.GetCustomAttribute).Any(attribute =>
                    attribute.IsOfType(reader, "System.CodeDom.Compiler", "GeneratedCodeAttribute")
                    && attribute.DecodeValue(AttributeTypes.Instance).FixedArguments is [{ Value: Tool }, ..])
                || (type.IsNested && IsGenerated(reader, type.GetDeclaringType()));
            _generated.Add((reader, handle), known);
        }

        return known;
    }

    private void AddCalls(string assembly, MethodDefinitionHandle handle)
    {
        (System.Reflection.PortableExecutable.PEReader image, MetadataReader reader) = _assemblies.FindImage(assembly)!.Value;
        int address = reader.GetMethodDefinition(handle).RelativeVirtualAddress;
        foreach (EntityHandle called in address == 0 ? [] : CalledMethods.Read(image.GetMethodBody(address)))
        {
            EntityHandle method = called.Kind == HandleKind.MethodSpecification ? reader.GetMethodSpecification((MethodSpecificationHandle)called).Method : called;
            if (method.Kind == HandleKind.MethodDefinition)
            {
                Use(assembly, reader, (MethodDefinitionHandle)method);
            }
            else
            {
                Use(assembly, reader, reader.GetMemberReference((MemberReferenceHandle)method));
            }
        }
    }

    /// <summary>A method of another assembly: whichever has the name.</summary>
    private void Use(string assembly, MetadataReader reader, MemberReference reference)
    {
        if (reference.Parent.Kind == HandleKind.TypeReference && _assemblies.Resolve(reader, (TypeReferenceHandle)reference.Parent) is var (owner, type)
            && !ReferenceEquals(owner, reader))
        {
            string name = reader.GetString(reference.Name);
            foreach (MethodDefinitionHandle method in type.GetMethods().Where(method => owner.StringComparer.Equals(owner.GetMethodDefinition(method).Name, name)))
            {
                Use(owner.GetString(owner.GetAssemblyDefinition().Name), owner, method);
            }
        }
    }

    private void Use(string assembly, MetadataReader reader, MethodDefinitionHandle handle)
    {
        TypeDefinitionHandle declaring = reader.GetMethodDefinition(handle).GetDeclaringType();
        if (!IsGenerated(reader, declaring) || !_used.Add((reader, handle)))
        {
            return;
        }

        _pending.Enqueue((assembly, handle));
        // What is called of an object without its name, and what runs first.
        foreach (MethodDefinitionHandle other in reader.GetTypeDefinition(declaring).GetMethods())
        {
            MethodDefinition method = reader.GetMethodDefinition(other);
            if (method.Attributes.HasFlag(MethodAttributes.Virtual) || reader.StringComparer.Equals(method.Name, ".cctor"))
            {
                Use(assembly, reader, other);
            }
        }
    }
}
