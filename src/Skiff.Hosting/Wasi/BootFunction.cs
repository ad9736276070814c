using Skiff.Hosting.Interop;

namespace Skiff.Hosting.Wasi;

/// <summary>One function of WASI 0.2 as a core module imports it.</summary>
/// <param name="instance">The interface, without a version.</param>
/// <param name="name">Its name.</param>
/// <param name="parameters">The wasm types of its parameters, a letter each: <c>i</c> for <c>i32</c>, <c>I</c> for <c>i64</c>.</param>
/// <param name="results">Those of its results.</param>
/// <param name="body">What it does. It finds its parameters in the values and leaves its result in the first.</param>
internal readonly unsafe struct BootFunction(string instance, string name, string parameters, string results, delegate*<BootCall, RawValue*, void> body)
{
    public readonly string Interface = instance;
    public readonly string Name = name;
    public readonly string Parameters = parameters;
    public readonly string Results = results;
    public readonly delegate*<BootCall, RawValue*, void> Body = body;
}
