using Mono.Cecil;

namespace Skiff.Compiler.Il;

/// <summary>An instance field of a closed struct.</summary>
/// <param name="Definition">The field.</param>
/// <param name="Type">Its closed type.</param>
/// <param name="Offset">Its offset in bytes.</param>
internal sealed record StructField(FieldDefinition Definition, IlType Type, int Offset);
