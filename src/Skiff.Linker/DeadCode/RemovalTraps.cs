using System.Text;
using Skiff.Wasm;

namespace Skiff.Linker.DeadCode;

/// <summary>
/// What an emptied slot holds: a function of the same type that says what was removed and traps. The text is a passive
/// data segment, copied when needed to the lowest addresses of memory, where nothing lies.
/// </summary>
internal sealed class RemovalTraps
{
    private const string Prefix = "skiff: '";
    private const string Suffix = "' was removed from this program: nothing in its metadata reaches it\n";
    private const string Unnamed = "a function of the runtime";

    // The lowest addresses: three buffers to write, the number of bytes written, the text's fixed parts, the name.
    private const int Written = 24;
    private const int Fixed = 32;
    private const int Name = 256;
    private const int End = 1024;
    private const int StandardError = 2;

    private readonly Module _module;
    private readonly Memory _memory;
    private readonly List<byte> _text = [];
    private readonly Function _trap;
    private readonly Dictionary<(string, FunctionType), Function> _functions = [];

    public RemovalTraps(Module module)
    {
        _module = module;
        _memory = module.Memories.Single();
        _trap = module.Add(new Function(new FunctionType([ValType.I32, ValType.I32])) { Name = "skiff.removed" });
        _text.AddRange(Encoding.UTF8.GetBytes(Prefix + Suffix));
    }

    /// <summary>A function of a type that traps with a name; null for what managed code has no name for.</summary>
    public Function Trap(string? name, FunctionType type)
    {
        name ??= Unnamed;
        if (!_functions.TryGetValue((name, type), out Function? function))
        {
            byte[] bytes = Encoding.UTF8.GetBytes(name);
            bytes = bytes.Length > End - Name ? bytes[..(End - Name)] : bytes;
            function = _module.Add(new Function(type) { Name = $"removed: {name}" });
            function.Body.I32Const(_text.Count).I32Const(bytes.Length).Call(_trap).Unreachable();
            _text.AddRange(bytes);
            _functions.Add((name, type), function);
        }

        return function;
    }

    /// <summary>Writes the function that all others call, once all names are known.</summary>
    /// <exception cref="InvalidDataException">The lowest addresses are in use.</exception>
    public void Complete()
    {
        if (_module.DataSegments.Exists(data => data.Offset?.IntegerValue < End))
        {
            throw new InvalidDataException($"The runtime has data below address {End}, where the linker puts the text of a trap.");
        }

        DataSegment text = new(_text.ToArray()) { Name = "removed" };
        _module.DataSegments.Add(text);
        int fixedLength = Encoding.UTF8.GetByteCount(Prefix + Suffix);
        int prefixLength = Encoding.UTF8.GetByteCount(Prefix);
        InstructionList body = _trap.Body;
        body.I32Const(Fixed).I32Const(0).I32Const(fixedLength).MemoryInit(text, _memory);
        body.I32Const(Name).LocalGet(0).LocalGet(1).MemoryInit(text, _memory);
        Buffer(0, Fixed).I32Const(prefixLength).Access(Opcode.I32Store, _memory, sizeof(int));
        Buffer(8, Name).LocalGet(1).Access(Opcode.I32Store, _memory, 8 + sizeof(int));
        Buffer(16, Fixed + prefixLength).I32Const(fixedLength - prefixLength).Access(Opcode.I32Store, _memory, 16 + sizeof(int));
        body.I32Const(StandardError).I32Const(0).I32Const(3).I32Const(Written).Call(WriteFunction()).Drop().Unreachable();

        InstructionList Buffer(int at, int address) =>
            body.I32Const(0).I32Const(address).Access(Opcode.I32Store, _memory, (ulong)at).I32Const(0);
    }

    private Function WriteFunction() =>
        _module.FindImport("wasi_snapshot_preview1", "fd_write") as Function
        ?? _module.Import(
            "wasi_snapshot_preview1", "fd_write", new Function(new FunctionType([ValType.I32, ValType.I32, ValType.I32, ValType.I32], ValType.I32)));
}
