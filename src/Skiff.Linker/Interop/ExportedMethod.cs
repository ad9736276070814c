namespace Skiff.Linker.Interop;

/// <summary>A static method that the program offers to its host.</summary>
/// <param name="Name">The name of the wasm export.</param>
/// <param name="Assembly">The simple name of its assembly.</param>
/// <param name="Namespace">The namespace of its type.</param>
/// <param name="Type">The name of its type, of a nested one after its parent's and a slash.</param>
/// <param name="Method">Its name.</param>
/// <param name="Signature">Its signature.</param>
internal sealed record ExportedMethod(string Name, string Assembly, string Namespace, string Type, string Method, NativeSignature Signature)
{
    /// <summary>Namespace, type and name, as C# writes them.</summary>
    public string FullName => $"{(Namespace.Length == 0 ? "" : $"{Namespace}.")}{Type.Replace('/', '.')}.{Method}";
}
