using Mono.Cecil;
using Skiff.Compiler.Emission;

namespace Skiff.Compiler.Il;

/// <summary>Where the static fields and constant data of the program lie.</summary>
internal sealed class StaticData(DataImage image)
{
    private readonly Dictionary<(FieldDefinition, IlType), uint> _fields = [];
    private readonly Dictionary<FieldDefinition, uint> _constants = [];
    private readonly Dictionary<string, uint> _byContent = [];

    /// <summary>The address of a static field.</summary>
    public uint Field(FieldDefinition field, IlType declaringType, IlType type)
    {
        if (!_fields.TryGetValue((field, declaringType), out uint address))
        {
            _fields.Add((field, declaringType), address = image.Reserve(type.Size, type.Alignment));
        }

        return address;
    }

    /// <summary>The address of the bytes that the metadata gives a field (ECMA-335 §II.16.3); equal bytes share one place.</summary>
    public uint Constant(FieldDefinition field, int size)
    {
        if (_constants.TryGetValue(field, out uint address))
        {
            return address;
        }

        byte[] bytes = field.InitialValue[..Math.Min(size, field.InitialValue.Length)];
        string content = Convert.ToHexString(bytes);
        if (!_byContent.TryGetValue(content, out address))
        {
            address = image.Reserve(bytes.Length, bytes.Length >= 8 ? 8 : bytes.Length >= 4 ? 4 : 1);
            bytes.CopyTo(image.Bytes[(int)(address - image.Base)..]);
            _byContent.Add(content, address);
        }

        _constants.Add(field, address);
        return address;
    }
}
