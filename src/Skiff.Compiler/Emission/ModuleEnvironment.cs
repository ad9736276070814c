using Skiff.Wasm;

namespace Skiff.Compiler.Emission;

/// <summary>The module under construction and the imports from <c>env</c> that code in it may need, made on first use.</summary>
internal sealed class ModuleEnvironment(Module module)
{
    private Memory? _memory;
    private Global? _stackPointer;
    private Table? _functionTable;

    /// <summary>The module.</summary>
    public Module Module { get; } = module;

    /// <summary><c>env.memory</c>.</summary>
    public Memory Memory => _memory ??= Module.Import("env", "memory", new Memory(new Limits(0)));

    /// <summary><c>env.__stack_pointer</c>, which points to the lowest byte in use of the shadow stack.</summary>
    public Global StackPointer => _stackPointer ??= Module.Import("env", "__stack_pointer", new Global(ValType.I32, isMutable: true));

    /// <summary><c>env.__indirect_function_table</c>.</summary>
    public Table FunctionTable => _functionTable ??= Module.Import("env", "__indirect_function_table", new Table(ValType.FuncRef, new Limits(0)));
}
