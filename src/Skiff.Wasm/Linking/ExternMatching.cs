namespace Skiff.Wasm.Linking;

/// <summary>Whether an item can stand in for another (specification: execution, external typing).</summary>
internal static class ExternMatching
{
    /// <summary>Checks that what is wanted can be replaced by what is given.</summary>
    /// <exception cref="LinkException">It cannot.</exception>
    public static void Check(Extern wanted, Extern given)
    {
        (string wantedType, string givenType) = (Describe(wanted), Describe(given));
        bool fits = (wanted, given) switch
        {
            (Function a, Function b) => a.Type.Equals(b.Type),
            (Table a, Table b) => a.ElementType == b.ElementType && a.Limits.Is64 == b.Limits.Is64,
            (Memory a, Memory b) => a.Limits.Is64 == b.Limits.Is64 && a.Limits.IsShared == b.Limits.IsShared,
            (Global a, Global b) => a.Type == b.Type && a.IsMutable == b.IsMutable,
            (Tag a, Tag b) => a.Type.Equals(b.Type),
            _ => false,
        };
        if (!fits)
        {
            throw new LinkException($"The {wanted} of type {wantedType} cannot be replaced by the {given} of type {givenType}.");
        }
    }

    private static string Describe(Extern item) => item switch
    {
        Function function => function.Type.ToString(),
        Table table => $"{table.ElementType}, {table.Limits.AddressType} addresses",
        Memory memory => $"{memory.Limits.AddressType} addresses{(memory.Limits.IsShared ? ", shared" : "")}",
        Global global => $"{(global.IsMutable ? "mutable " : "")}{global.Type}",
        Tag tag => tag.Type.ToString(),
        _ => item.Kind,
    };
}
