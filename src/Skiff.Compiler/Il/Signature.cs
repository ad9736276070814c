using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>How the parameters and the result of a method travel as wasm values.</summary>
/// <remarks>
/// Unmanaged methods follow the C ABI for wasm (WebAssembly tool conventions, BasicCABI): a struct that is one scalar travels
/// as that scalar, any other by address, a result of the latter kind through an address passed first. Managed methods are
/// only ever called by code from this compiler, so that small structs may travel as their scalars.
/// </remarks>
internal sealed class Signature
{
    private const int MostLeaves = 4;

    /// <summary>Lowers a signature.</summary>
    /// <exception cref="UnsupportedConstructException">A parameter or the result is an object.</exception>
    public Signature(IReadOnlyList<IlType> parameters, IlType returnType, bool isUnmanaged, string method)
    {
        Parameters = [.. parameters.Select(p => Lower(p, isUnmanaged, method))];
        ReturnType = returnType;
        IEnumerable<ValType> values = Parameters.SelectMany(p => p.Values);
        switch (returnType)
        {
            case VoidType:
                Type = new FunctionType(values);
                break;
            case ScalarType scalar:
                Result = scalar.Carrier;
                Type = new FunctionType(values, Result);
                break;
            case StructType { Layout.Leaves: [var only] }:
                ResultLeaf = only;
                Result = only.Type.Carrier;
                Type = new FunctionType(values, Result);
                break;
            case StructType:
                ReturnsThroughAddress = true;
                Type = new FunctionType(values.Prepend(ValType.I32));
                break;
            default:
                throw new UnsupportedConstructException($"{method}, which returns the object type {returnType}");
        }
    }

    /// <summary>The wasm type.</summary>
    public FunctionType Type { get; }

    /// <summary>The parameters, <c>this</c> first, without the address of the result.</summary>
    public IReadOnlyList<LoweredParameter> Parameters { get; }

    /// <summary>The type of the result as the method declares it.</summary>
    public IlType ReturnType { get; }

    /// <summary>Type of the wasm result; <see langword="null"/> when there is none.</summary>
    public ValType? Result { get; }

    /// <summary>The scalar that stands for a struct result, when there is one.</summary>
    public StructLeaf? ResultLeaf { get; }

    /// <summary>Whether the first wasm parameter is the address where the result goes.</summary>
    public bool ReturnsThroughAddress { get; }

    private static LoweredParameter Lower(IlType type, bool isUnmanaged, string method)
    {
        switch (type)
        {
            case ScalarType scalar:
                return new LoweredParameter(type, null, [scalar.Carrier]);
            case StructType { Layout.Leaves: { } leaves } when leaves.Count <= (isUnmanaged ? 1 : MostLeaves):
                return new LoweredParameter(type, leaves, [.. leaves.Select(leaf => leaf.Type.Carrier)]);
            case StructType:
                return new LoweredParameter(type, null, [ValType.I32]);
            default:
                throw new UnsupportedConstructException($"{method}, which has a parameter of the object type {type}");
        }
    }
}
