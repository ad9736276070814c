namespace Skiff.Personality;

#pragma warning disable CS0649 // The runtime's own.

/// <summary>The type arguments of a class and of a method, each null where there are none (<c>MonoGenericContext</c>).</summary>
internal unsafe struct GenericContext
{
    public GenericArguments* OfClass;
    public GenericArguments* OfMethod;
}
