using Skiff.Wasm;

namespace Skiff.Compiler.Il;

/// <summary>The program that a method is part of, as its translation sees it.</summary>
internal interface IProgram
{
    /// <summary>The types.</summary>
    TypeSystem Types { get; }

    /// <summary>The members.</summary>
    Metadata Metadata { get; }

    /// <summary>Static fields and constant data.</summary>
    StaticData Data { get; }

    /// <summary>Whether a method belongs to a reference rather than to the program.</summary>
    bool IsLibrary(MethodInstance method);

    /// <summary>The lowered signature of a method.</summary>
    Signature SignatureOf(MethodInstance method);

    /// <summary>The function of a method, which will be compiled if it is not an import.</summary>
    /// <exception cref="UnsupportedConstructException">It has no body that could be compiled.</exception>
    Function FunctionOf(MethodInstance method, CodePlace caller);

    /// <summary>The table slot that a function pointer to <paramref name="method"/> is.</summary>
    uint SlotOf(MethodInstance method, CodePlace caller);

    /// <summary>A function of the compiler's own library.</summary>
    Function LibraryFunction(Type type, string name, CodePlace caller);

    /// <summary>Notes that <paramref name="user"/> needs the static fields of a type to have their values.</summary>
    void RequireInitialised(IlType type, CodePlace user);

    /// <summary>Records an error. In library code it is the program's call that is wrong, and it is wrong once.</summary>
    void Report(CodePlace site, string construct);
}
