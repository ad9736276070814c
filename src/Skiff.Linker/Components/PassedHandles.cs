using Skiff.Wasm;

namespace Skiff.Linker.Components;

/// <summary>
/// The handles that assemblies of one program pass to each other. A handle of a resource that one of them implements is its
/// representation plus one, as no handle is 0. What is lent has the highest bit, which no handle of the host has
/// (CanonicalABI.md, "Table State": there are less than 2^28): whom it is lent to drops it when the call ends, and that
/// must not drop what the caller holds.
/// </summary>
internal sealed class PassedHandles
{
    private const int Lent = int.MinValue;

    private readonly Module _module;

    /// <summary>Adds the functions to a module.</summary>
    public PassedHandles(Module module)
    {
        _module = module;
        Lend = Add("lend", body => body.LocalGet(0).I32Const(Lent).Op(Opcode.I32Or));
        Unlend = Add("unlend", body => body.LocalGet(0).I32Const(~Lent).Op(Opcode.I32And));
        Give = Add("give", body => TrapIfLent(body).LocalGet(0));
        Represent = Add("represent", body => body.LocalGet(0).I32Const(~Lent).Op(Opcode.I32And).I32Const(1).Op(Opcode.I32Sub));
        New = Add("new", body => body.LocalGet(0).I32Const(1).Op(Opcode.I32Add).LocalTee(0)
            .I32Const(0).Op(Opcode.I32LeS).If().Unreachable().End().LocalGet(0));
    }

    /// <summary>Of a handle, one for whom it is lent to.</summary>
    public Function Lend { get; }

    /// <summary>Of a handle, lent or not, the one that the host knows.</summary>
    public Function Unlend { get; }

    /// <summary>A handle that goes to a new owner. What is lent has none to give, and traps.</summary>
    public Function Give { get; }

    /// <summary>Of a handle, lent or not, the representation.</summary>
    public Function Represent { get; }

    /// <summary>Of a representation, the handle. One of 2^31 - 1 and more traps.</summary>
    public Function New { get; }

    /// <summary>Drops a handle, unless it is lent.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="destructor">Ends the representation; null if nobody wants to know of it.</param>
    public Function Destroy(string name, Function? destructor) => Drop(name, body =>
    {
        if (destructor is not null)
        {
            body.LocalGet(0).Call(Represent).Call(destructor);
        }
    });

    /// <summary>Drops a handle of the host's, unless it is lent.</summary>
    /// <param name="name">The resource.</param>
    /// <param name="drop">Drops one that is not.</param>
    public Function Drop(string name, Function drop) => Drop(name, body => body.LocalGet(0).Call(drop));

    private Function Drop(string name, Action<InstructionList> write)
    {
        Function function = _module.Add(new Function(new FunctionType([ValType.I32])) { Name = $"skiff_drop_{name}" });
        function.Body.LocalGet(0).I32Const(0).Op(Opcode.I32LtS).If().Return().End();
        write(function.Body);
        return function;
    }

    private static InstructionList TrapIfLent(InstructionList body) =>
        body.LocalGet(0).I32Const(0).Op(Opcode.I32LtS).If().Unreachable().End();

    private Function Add(string name, Action<InstructionList> write)
    {
        Function function = _module.Add(new Function(new FunctionType([ValType.I32], ValType.I32)) { Name = $"skiff_handle_{name}" });
        write(function.Body);
        return function;
    }
}
