namespace Skiff.Linker.Interop;

/// <summary>A native function that the program calls.</summary>
/// <param name="Library">Its library, the wasm import's module.</param>
/// <param name="EntryPoint">Its name there.</param>
/// <param name="Signature">Its signature.</param>
internal sealed record ImportedFunction(string Library, string EntryPoint, NativeSignature Signature);
