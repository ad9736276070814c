using Mono.Cecil;

namespace Skiff.Runtime.Patching;

/// <summary>
/// The browser's core library tells the trimmer that every program needs JavaScript: attributes
/// <c>[DynamicDependency]</c> on methods that no program is without. WASI has none.
/// </summary>
public static class BrowserDependencies
{
    private const string CoreLibrary = "System.Private.CoreLib";
    private const string JavaScript = "System.Runtime.InteropServices.JavaScript";

    /// <summary>Removes those attributes from <paramref name="library"/>.</summary>
    /// <exception cref="PatchException">There are none.</exception>
    public static void Remove(BaseClassLibrary library)
    {
        ModuleDefinition core = library.Open(CoreLibrary);
        int removed = 0;
        foreach (MethodDefinition method in core.GetTypes().SelectMany(type => type.Methods))
        {
            foreach (CustomAttribute attribute in method.CustomAttributes.Where(NamesJavaScript).ToArray())
            {
                method.CustomAttributes.Remove(attribute);
                removed++;
            }
        }

        if (removed == 0)
        {
            throw new PatchException($"No method of {CoreLibrary} in the runtime package {library.Version} depends on {JavaScript} any more; remove what removes that.");
        }

        library.MarkChanged(core);
    }

    private static bool NamesJavaScript(CustomAttribute attribute) =>
        attribute.AttributeType.FullName == "System.Diagnostics.CodeAnalysis.DynamicDependencyAttribute"
        && attribute.ConstructorArguments.Any(argument => argument.Value is JavaScript);
}
