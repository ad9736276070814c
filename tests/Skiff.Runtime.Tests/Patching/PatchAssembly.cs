using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Skiff.Runtime.Tests.Patching;

/// <summary>Makes small patch assemblies.</summary>
internal static class PatchAssembly
{
    /// <summary>Writes an assembly with one class that patches a type by one method without parameters that returns an integer.</summary>
    public static string Write(string directory, string assembly, string type, string method)
    {
        using var patches = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition("Patches", new Version(1, 0)), "Patches", ModuleKind.Dll);
        var module = patches.MainModule;
        module.AssemblyReferences.Add(new AssemblyNameReference("System.Private.CoreLib", new Version(10, 0, 0, 0)));
        var coreLibrary = module.AssemblyReferences[^1];
        var @object = new TypeReference("System", "Object", module, coreLibrary);
        var @string = module.TypeSystem.String;

        var attribute = new TypeDefinition("Skiff.Runtime", "PatchAttribute", TypeAttributes.NotPublic, new TypeReference("System", "Attribute", module, coreLibrary));
        var constructor = new MethodDefinition(".ctor", MethodAttributes.Public | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, module.TypeSystem.Void);
        constructor.Parameters.Add(new ParameterDefinition(@string));
        constructor.Parameters.Add(new ParameterDefinition(@string));
        constructor.Body.GetILProcessor().Emit(OpCodes.Ret);
        attribute.Methods.Add(constructor);
        module.Types.Add(attribute);

        var patch = new TypeDefinition("Test", "Patch", TypeAttributes.Abstract | TypeAttributes.Sealed, @object);
        patch.CustomAttributes.Add(new CustomAttribute(constructor)
        {
            ConstructorArguments = { new CustomAttributeArgument(@string, assembly), new CustomAttributeArgument(@string, type) },
        });
        var body = new MethodDefinition(method, MethodAttributes.Public | MethodAttributes.Static, module.TypeSystem.Int32);
        body.Body.GetILProcessor().Emit(OpCodes.Ldc_I4, 123);
        body.Body.GetILProcessor().Emit(OpCodes.Ret);
        patch.Methods.Add(body);
        module.Types.Add(patch);

        var path = Path.Combine(directory, "Patches.dll");
        patches.Write(path);
        return path;
    }
}
