namespace Skiff.Runtime;

/// <summary>The public static methods of the class are the bodies of the methods of a type that exists.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PatchAttribute(string assembly, string type) : Attribute
{
    public string Assembly { get; } = assembly;

    public string Type { get; } = type;
}
