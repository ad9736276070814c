using Mono.Cecil;

namespace Skiff.Runtime.Patching;

/// <summary>Reads the attributes by which a type of the patch assembly says where it goes.</summary>
internal static class PatchAttributes
{
    private const string Patch = "Skiff.Runtime.PatchAttribute";
    private const string AddTo = "Skiff.Runtime.AddToAttribute";

    /// <summary>The name of the assembly that <paramref name="type"/> goes into, or null.</summary>
    public static string? Assembly(TypeDefinition type) =>
        type.CustomAttributes
            .Where(a => a.AttributeType.FullName is Patch or AddTo)
            .Select(a => (string)a.ConstructorArguments[0].Value)
            .FirstOrDefault();

    /// <summary>The full name of the type whose methods <paramref name="type"/> replaces, or null.</summary>
    public static string? Target(TypeDefinition type) =>
        type.CustomAttributes
            .Where(a => a.AttributeType.FullName is Patch)
            .Select(a => (string)a.ConstructorArguments[1].Value)
            .FirstOrDefault();

    /// <summary>Whether <paramref name="attribute"/> has a meaning at run time.</summary>
    public static bool MattersAtRunTime(CustomAttribute attribute) =>
        attribute.AttributeType.FullName is not (Patch or AddTo
            or "System.Runtime.CompilerServices.NullableAttribute"
            or "System.Runtime.CompilerServices.NullableContextAttribute"
            or "System.Runtime.CompilerServices.RefSafetyRulesAttribute"
            or "Microsoft.CodeAnalysis.EmbeddedAttribute");
}
