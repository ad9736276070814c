using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Skiff.Runtime.Patching;

/// <summary>
/// Makes the assemblies of the base class library find their messages by <c>Skiff.Runtime.Messages</c> instead of
/// <c>ResourceManager</c>: their messages are in one language only, and what else a resource manager can do would be part
/// of every program that has an exception.
/// </summary>
public static class MessageLookUps
{
    private const string CoreLibrary = "System.Private.CoreLib";
    private const string Console = "System.Console";
    private const string Finder = "Skiff.Runtime.Messages";

    /// <summary>Changes the assemblies of <paramref name="library"/>, whose core library has been patched.</summary>
    /// <param name="library">The assemblies; the caller writes those that were changed.</param>
    /// <param name="names">Which there are.</param>
    /// <exception cref="PatchException">They look their messages up in another way.</exception>
    public static void Replace(BaseClassLibrary library, IEnumerable<string> names)
    {
        var finder = library.Open(CoreLibrary).GetType(Finder)?.Methods.SingleOrDefault(m => m.Name == "Find" && m.IsPublic)
            ?? throw new PatchException($"The patched {CoreLibrary} has no public method {Finder}::Find, by which assemblies find their messages.");
        foreach (var name in names.Where(name => name != CoreLibrary))
        {
            var module = library.Open(name);
            if (Replace(module, finder))
            {
                library.MarkChanged(module);
            }
            else if (name == Console)
            {
                throw new PatchException($"{Console} of the runtime package {library.Version} does not find its messages by a ResourceManager in System.SR; by what now?");
            }
        }
    }

    // GetResourceString(key) => ... ResourceManager.GetString(key) ..., and that property makes one for a type.
    private static bool Replace(ModuleDefinition module, MethodDefinition finder)
    {
        var texts = module.GetType("System.SR");
        var getter = texts?.Methods.FirstOrDefault(m => m is { Name: "get_ResourceManager", HasBody: true });
        var method = texts?.Methods.FirstOrDefault(m => m is { Name: "GetResourceString", HasBody: true, Parameters: [{ ParameterType.MetadataType: MetadataType.String }] });
        var token = getter?.Body.Instructions.SingleOrDefault(i => i.OpCode == OpCodes.Ldtoken);
        var call = method?.Body.Instructions.SingleOrDefault(i => i.OpCode == OpCodes.Call && i.Operand is MethodReference { Name: "get_ResourceManager" });
        if (token?.Next is not { Operand: MethodReference { Name: "GetTypeFromHandle" } } type
            || call?.Next is not { } key || key.OpCode != OpCodes.Ldarg_0
            || key.Next is not { Operand: MethodReference { Name: "GetString", Parameters.Count: 1 } } lookUp)
        {
            return false;
        }

        var code = method!.Body.GetILProcessor();
        code.InsertAfter(call, code.Create(OpCodes.Call, (MethodReference)type.Operand));
        // In place, as exception handlers begin here.
        call.OpCode = OpCodes.Ldtoken;
        call.Operand = token.Operand;
        lookUp.OpCode = OpCodes.Call;
        lookUp.Operand = module.ImportReference(finder);
        return true;
    }
}
