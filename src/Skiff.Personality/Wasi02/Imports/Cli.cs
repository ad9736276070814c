using System.Runtime.InteropServices;

namespace Skiff.Personality;

/// <summary>
/// `wasi:cli`'s environment and exit. As in every class here, parameters and results are what the canonical ABI makes of
/// the WIT; the last parameter, <c>result</c>, is where a result of more than one value goes.
/// </summary>
internal static unsafe class Cli
{
    private const string Environment = "wasi:cli/environment@0.2.12";

    [DllImport(Environment, EntryPoint = "get-environment")]
    internal static extern void GetEnvironment(List* result);

    [DllImport(Environment, EntryPoint = "get-arguments")]
    internal static extern void GetArguments(List* result);

    [DllImport(Environment, EntryPoint = "initial-cwd")]
    internal static extern void InitialCwd(OptionalString* result);

    /// <summary>Does not return. <paramref name="status"/> is 0 for success, else 1.</summary>
    [DllImport("wasi:cli/exit@0.2.12", EntryPoint = "exit")]
    internal static extern void Exit(int status);
}
