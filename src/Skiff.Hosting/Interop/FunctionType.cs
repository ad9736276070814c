namespace Skiff.Hosting.Interop;

/// <summary>Makes <c>wasm_functype_t</c>.</summary>
internal static unsafe class FunctionType
{
    /// <summary>A function type of integers, a letter each: <c>i</c> for <c>i32</c>, <c>I</c> for <c>i64</c>.</summary>
    /// <returns>A type that the caller deletes.</returns>
    public static nint New(string parameters, string results)
    {
        PointerVector parameterTypes = Types(parameters);
        PointerVector resultTypes = Types(results);
        return NativeMethods.wasm_functype_new(&parameterTypes, &resultTypes);
    }

    private static PointerVector Types(string letters)
    {
        nint* types = stackalloc nint[letters.Length + 1];
        for (int i = 0; i < letters.Length; i++)
        {
            types[i] = NativeMethods.wasm_valtype_new(letters[i] == 'i' ? (byte)0 : (byte)1); // WASM_I32, WASM_I64
        }

        PointerVector vector;
        NativeMethods.wasm_valtype_vec_new(&vector, (nuint)letters.Length, types);
        return vector;
    }
}
