using Mono.Cecil;

namespace Skiff.Runtime.Patching;

/// <summary>
/// Applies a patch assembly to the base class library. A class marked <c>[Patch(assembly, type)]</c> replaces: each
/// of its public static methods is the new body of the method of that type with its name and parameters (an
/// instance method's <c>this</c> comes first; <c>_ctor</c> and <c>_cctor</c> stand for constructors). What else it
/// holds, and classes marked <c>[AddTo(assembly)]</c>, are added to that assembly. A field that a patch assigns, other
/// than in a constructor, is read-only no more.
/// </summary>
public static class Patcher
{
    /// <summary>Applies all patches of <paramref name="patchAssembly"/> to <paramref name="library"/>.</summary>
    /// <param name="library">What is patched; the caller writes it.</param>
    /// <param name="patchAssembly">The path of the patch assembly.</param>
    /// <exception cref="PatchException">A patch names something that the library does not have.</exception>
    public static void Apply(BaseClassLibrary library, string patchAssembly)
    {
        using var source = ModuleDefinition.ReadModule(patchAssembly, new ReaderParameters { AssemblyResolver = library.AssemblyResolver });
        var cloner = new TypeCloner(library, source);
        var placed = source.Types.Where(t => PatchAttributes.Assembly(t) is not null).ToList();
        foreach (var type in placed)
        {
            // Mapping one type's members may have copied another already.
            cloner.Type(type, library.Open(PatchAttributes.Assembly(type)!));
        }

        foreach (var type in placed.Where(t => PatchAttributes.Target(t) is not null))
        {
            ReplaceMethods(library, cloner, type);
        }

        cloner.CopyBodies();
    }

    private static void ReplaceMethods(BaseClassLibrary library, TypeCloner cloner, TypeDefinition patch)
    {
        var module = library.Open(PatchAttributes.Assembly(patch)!);
        var typeName = PatchAttributes.Target(patch)!;
        var target = module.GetType(typeName)
            ?? throw new PatchException($"{patch.FullName} patches the type {typeName}, which {module.Assembly.Name.Name} of the runtime package {library.Version} does not have.");
        foreach (var method in patch.Methods.Where(m => m.IsPublic))
        {
            var name = method.Name switch { "_ctor" => ".ctor", "_cctor" => ".cctor", var n => n };
            var original = target.Methods.FirstOrDefault(m => m.Name == name && SameSignature(method, m))
                ?? throw new PatchException($"{patch.FullName} replaces the method {typeName}::{Signature(method, name)}, which {module.Assembly.Name.Name} of the runtime package {library.Version} does not have.");
            cloner.Replace(method, original);
        }

        library.MarkChanged(module);
    }

    private static bool SameSignature(MethodDefinition patch, MethodDefinition original)
    {
        List<string> parameters = [.. original.Parameters.Select(p => TypeName(p.ParameterType))];
        if (original.HasThis)
        {
            parameters.Insert(0, TypeName(original.DeclaringType) + (original.DeclaringType.IsValueType ? "&" : ""));
        }

        return TypeName(patch.ReturnType) == TypeName(original.ReturnType)
            && patch.GenericParameters.Count == original.GenericParameters.Count
            && patch.Parameters.Select(p => TypeName(p.ParameterType)).SequenceEqual(parameters);
    }

    // Modifiers such as those of "in" parameters and "init" accessors are no part of what a patch has to repeat.
    private static string TypeName(TypeReference type) => type switch
    {
        IModifierType modified => TypeName(modified.ElementType),
        ByReferenceType reference => TypeName(reference.ElementType) + "&",
        _ => type.FullName,
    };

    private static string Signature(MethodDefinition method, string name) =>
        $"{name}({string.Join(", ", method.Parameters.Select(p => p.ParameterType.FullName))})";
}
