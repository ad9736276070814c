using System.Text;
using Skiff.Wasm.Binary;

namespace Skiff.Wasm.Validation;

/// <summary>
/// Spells a recursion group so that equal groups have equal spellings: members by their place in the group, types
/// outside by their canonical number.
/// </summary>
internal readonly ref struct TypeKey(
    TypeIndexer indexer, List<int> canonical, int first, IReadOnlyList<DefinedType> group)
{
    private readonly StringBuilder _key = new();

    public string Build()
    {
        foreach (DefinedType type in group)
        {
            _key.Append(type.IsFinal ? 'f' : 'o');
            if (type.Supertype is not null)
            {
                Add(type.Supertype);
            }

            _key.Append(type.Kind[0]);
            switch (type)
            {
                case FunctionType function:
                    foreach (ValType parameter in function.Parameters)
                    {
                        Add(parameter);
                    }

                    _key.Append('>');
                    foreach (ValType result in function.Results)
                    {
                        Add(result);
                    }

                    break;
                case StructType structure:
                    foreach (FieldType field in structure.Fields)
                    {
                        Add(field);
                    }

                    break;
                case ArrayType array:
                    Add(array.Element);
                    break;
            }

            _key.Append(';');
        }

        return _key.ToString();
    }

    private void Add(FieldType field)
    {
        _key.Append(field.IsMutable ? 'm' : 'c');
        if (field.Storage.IsPacked)
        {
            _key.Append((char)field.Storage.Code);
        }
        else
        {
            Add(field.Storage.Unpacked);
        }
    }

    private void Add(ValType type)
    {
        _key.Append((char)type.Code);
        if (type.IsReference)
        {
            if (type.HeapType.Defined is { } defined)
            {
                Add(defined);
            }
            else
            {
                _key.Append((char)type.HeapType.Abstract);
            }
        }
    }

    private void Add(DefinedType type)
    {
        int index = (int)indexer.IndexOf(type);
        if (index >= first)
        {
            _key.Append('#').Append(index - first);
        }
        else
        {
            _key.Append('@').Append(canonical[index]);
        }

        _key.Append('.');
    }
}
