using Wasmtime;

namespace Skiff.Compiler.Tests;

/// <summary>A compiled program in the engine, with the memory, stack and table that the linker would give it.</summary>
internal sealed class Machine : IDisposable
{
    private const int StackTop = 1 << 20;
    // Native division by zero is a signal too, which .NET must get.
    private readonly Engine _engine = new(new Config().WithSignalsBasedTraps(false));
    private readonly Store _store;
    private readonly Instance _instance;
    private readonly Dictionary<string, Function> _functions = [];

    public Machine(CompilationResult program)
    {
        _store = new Store(_engine);
        using Module module = Module.FromBytes(_engine, "program", program.Module.Write());
        using var linker = new Linker(_engine);
        Memory = new Memory(_store, 32, 64);
        linker.Define("env", "memory", Memory);
        StackPointer = new Global(_store, ValueKind.Int32, StackTop, Mutability.Mutable);
        linker.Define("env", "__stack_pointer", StackPointer);
        linker.Define("env", "__indirect_function_table", new Table(_store, TableKind.FuncRef, null, 100, 1000));
        _instance = linker.Instantiate(_store, module);
    }

    public Memory Memory { get; }

    public Global StackPointer { get; }

    /// <summary>Calls an export.</summary>
    /// <exception cref="TrapException">It trapped.</exception>
    public object? Call(string name, params object[] arguments)
    {
        if (!_functions.TryGetValue(name, out Function? function))
        {
            _functions.Add(name, function = _instance.GetFunction(name) ?? throw new InvalidOperationException($"There is no export {name}."));
        }

        var values = new ValueBox[arguments.Length];
        for (int i = 0; i < arguments.Length; i++)
        {
            values[i] = arguments[i] switch
            {
                int value => (ValueBox)value,
                long value => (ValueBox)value,
                float value => (ValueBox)value,
                double value => (ValueBox)value,
                var other => throw new ArgumentException($"{other.GetType()} is no wasm type."),
            };
        }

        try
        {
            object? result = function.Invoke(values);
            Assert.Equal(StackTop, StackPointer.GetValue());
            return result;
        }
        catch (TrapException)
        {
            StackPointer.SetValue(StackTop);
            throw;
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _engine.Dispose();
    }
}
