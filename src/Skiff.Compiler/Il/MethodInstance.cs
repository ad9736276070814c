using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>A method closed over its generic arguments.</summary>
internal sealed class MethodInstance(MethodDefinition definition, IlType declaringType, GenericContext context, IReadOnlyList<IlType> parameters, IlType returnType)
{
    /// <summary>The definition.</summary>
    public MethodDefinition Definition { get; } = definition;

    /// <summary>The closed declaring type.</summary>
    public IlType DeclaringType { get; } = declaringType;

    /// <summary>What generic parameters in the body stand for.</summary>
    public GenericContext Context { get; } = context;

    /// <summary>Closed parameter types, <c>this</c> first.</summary>
    public IReadOnlyList<IlType> Parameters { get; } = parameters;

    /// <summary>Closed result type.</summary>
    public IlType ReturnType { get; } = returnType;

    /// <summary>Name in the name section and in errors: <c>Namespace.Type::Method&lt;Arguments&gt;</c>.</summary>
    public string Name { get; } = context.MethodArguments.Count == 0
        ? $"{declaringType.Name}::{definition.Name}"
        : $"{declaringType.Name}::{definition.Name}<{string.Join(",", context.MethodArguments)}>";

    /// <summary>Full name of the definition's type and its own name, by which intrinsics are found.</summary>
    public string DefinitionName { get; } = $"{definition.DeclaringType.FullName}::{definition.Name}";

    /// <summary>Whether the method follows the C calling convention: it is imported, or native code calls it.</summary>
    public bool IsUnmanaged { get; } = definition.IsPInvokeImpl || Attribute(definition, "System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute") is not null;

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether a method says that it never returns.</summary>
    public static bool DoesNotReturn(MethodDefinition method) => Attribute(method, "System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute") is not null;

    /// <summary>The attribute of that full name on <paramref name="provider"/>.</summary>
    public static CustomAttribute? Attribute(ICustomAttributeProvider provider, string fullName) =>
        provider.HasCustomAttributes ? provider.CustomAttributes.FirstOrDefault(a => a.AttributeType.FullName == fullName) : null;
}
