using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>One function of <c>wasi_snapshot_preview1</c>.</summary>
/// <param name="name">Its name.</param>
/// <param name="parameters">The wasm types of its parameters, a letter each: <c>i</c> for <c>i32</c>, <c>I</c> for <c>i64</c>.</param>
/// <param name="body">
/// What it does. It finds its parameters in the values and returns the <c>errno</c>, which is the function's result.
/// </param>
internal readonly unsafe struct Preview1Function(string name, string parameters, delegate*<WasiContext, RawValue*, Errno> body)
{
    public readonly string Name = name;
    public readonly string Parameters = parameters;
    public readonly delegate*<WasiContext, RawValue*, Errno> Body = body;

    /// <summary>Whether it returns an <c>errno</c>; <c>proc_exit</c> returns nothing at all.</summary>
    public bool HasResult => Name != "proc_exit";
}
