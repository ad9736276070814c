namespace Skiff.Wasm.Components;

/// <summary>Of how many types a signature consists, those that stand in it twice counted twice.</summary>
internal static class SignatureSize
{
    public static long Of(Signature signature) => signature switch
    {
        ResolvedType type => type.Size,
        FunctionSignature function => 1 + function.Parameters.Sum(parameter => parameter.Type.Size) + (function.Result?.Size ?? 0),
        TypeSignature type => 1 + Of(type.Type),
        ValueSignature value => 1 + value.Type.Size,
        InstanceSignature instance => 1 + instance.Size,
        ComponentSignature component => 1 + component.Size,
        ModuleSignature module => 1 + module.Imports.Count + module.Exports.Count,
        _ => 1,
    };
}
