using Mono.Cecil;
using Mono.Cecil.Cil;
using Skiff.Runtime.Packing;

namespace Skiff.Runtime.Patching;

/// <summary>
/// Writes copies of base class library assemblies that the C# compiler can build patches against: every type,
/// method and field is public, no field is read-only, no method has a body. Protected members stay so, because overriding them must.
/// </summary>
public static class PublicReferences
{
    /// <summary>Writes the public copies of assemblies of <paramref name="package"/>.</summary>
    /// <param name="package">The runtime package.</param>
    /// <param name="destination">The folder that the copies go to.</param>
    /// <param name="names">The simple names of the assemblies.</param>
    /// <exception cref="PatchException">The package has no assembly of a name.</exception>
    public static void Write(RuntimePackage package, string destination, params IEnumerable<string> names)
    {
        Directory.CreateDirectory(destination);
        foreach (var name in names)
        {
            var source = package.Assemblies.FirstOrDefault(a => Path.GetFileNameWithoutExtension(a) == name)
                ?? throw new PatchException($"The runtime package {package.Version} has no assembly {name}.");
            Write(source, Path.Combine(destination, name + ".dll"));
        }
    }

    private static void Write(string source, string destination)
    {
        using var module = ModuleDefinition.ReadModule(source);
        module.Resources.Clear();
        foreach (var type in module.GetTypes())
        {
            Publish(type);
        }

        module.Write(destination);
    }

    private static void Publish(TypeDefinition type)
    {
        type.Attributes = (type.Attributes & ~TypeAttributes.VisibilityMask)
            | (type.IsNested ? TypeAttributes.NestedPublic : TypeAttributes.Public);

        // An event and its backing field share a name; were both public, the name would be ambiguous.
        var events = type.Events.Select(e => e.Name).ToHashSet();
        foreach (var field in type.Fields.Where(f => !f.IsFamily && !f.IsFamilyOrAssembly && !events.Contains(f.Name)))
        {
            field.Attributes = (field.Attributes & ~(FieldAttributes.FieldAccessMask | FieldAttributes.InitOnly)) | FieldAttributes.Public;
        }

        foreach (var method in type.Methods)
        {
            if (!method.IsFamily && !method.IsFamilyOrAssembly && method.Overrides.Count == 0)
            {
                method.Attributes = (method.Attributes & ~MethodAttributes.MemberAccessMask) | MethodAttributes.Public;
            }

            if (method.HasBody)
            {
                method.Body = new MethodBody(method);
                method.Body.Instructions.Add(Instruction.Create(OpCodes.Ldnull));
                method.Body.Instructions.Add(Instruction.Create(OpCodes.Throw));
            }
        }
    }
}
