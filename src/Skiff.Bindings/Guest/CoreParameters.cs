using Skiff.Bindings.Names;
using Skiff.Wit;
using Skiff.Wit.CanonicalAbi;

namespace Skiff.Bindings.Guest;

/// <summary>The parameters of a core function, named after those of the function that it is for.</summary>
internal sealed class CoreParameters
{
    private readonly List<CoreValue> _values = [];
    private readonly Flattening _flattening;
    private readonly Locals _locals;

    /// <param name="function">The function.</param>
    /// <param name="core">The type of the core function.</param>
    /// <param name="flattening">How values are passed.</param>
    /// <param name="locals">The names in use.</param>
    public CoreParameters(Function function, CoreSignature core, Flattening flattening, Locals locals)
    {
        _flattening = flattening;
        _locals = locals;
        if (core.HasIndirectParameters)
        {
            Add("arguments", CoreType.I32, isAddress: true);
        }
        else
        {
            foreach (Parameter parameter in function.Parameters)
            {
                Add(parameter.Type, Identifiers.Camel(parameter.Name));
            }
        }

        // Lowered, the last parameter is where the result goes.
        if (_values.Count < core.Parameters.Count)
        {
            Add("result", CoreType.I32, isAddress: true);
        }
    }

    /// <summary>The parameters.</summary>
    public IReadOnlyList<CoreValue> Values => _values;

    /// <summary>Their declarations.</summary>
    /// <param name="address">The type of addresses.</param>
    public string Declare(string address) =>
        Writing.Code.List([.. _values.Select(item => $"{(item.IsAddress ? address : CoreValue.NameOf(item.Type))} {item.Text}")]);

    private void Add(WitType type, string name)
    {
        string plain = name.TrimStart('@');
        switch (type.Unaliased)
        {
            case PrimitiveType { Kind: PrimitiveKind.String } or ListType { Length: null } or MapType:
                Add(plain + "Pointer", CoreType.I32, isAddress: true);
                Add(plain + "Length", CoreType.I32);
                break;
            case RecordDefinition record:
                foreach (Field field in record.Fields)
                {
                    Add(field.Type, plain + Identifiers.Pascal(field.Name));
                }

                break;
            case TupleType tuple:
                for (int i = 0; i < tuple.Elements.Count; i++)
                {
                    Add(tuple.Elements[i], $"{plain}Item{i + 1}");
                }

                break;
            case ListType { Length: { } length } list:
                for (int i = 0; i < length; i++)
                {
                    Add(list.Element, plain + i);
                }

                break;
            case VariantDefinition or OptionType or ResultType:
                IReadOnlyList<CoreType> flat = _flattening.Flatten(type)!;
                Add(plain + "Case", flat[0]);
                for (int i = 1; i < flat.Count; i++)
                {
                    Add(flat.Count == 2 ? plain + "Payload" : $"{plain}Payload{i}", flat[i]);
                }

                break;
            default:
                Add(name, _flattening.Flatten(type)![0]);
                break;
        }
    }

    private void Add(string name, CoreType type, bool isAddress = false) => _values.Add(new(_locals.Add(name), type, isAddress));
}
