namespace Skiff.Runtime;

/// <summary>The type is added to an assembly.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
internal sealed class AddToAttribute(string assembly) : Attribute
{
    public string Assembly { get; } = assembly;
}
