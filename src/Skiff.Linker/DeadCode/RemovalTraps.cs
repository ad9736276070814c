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

    // The lowest addresses: three buffers to write, what the host says of that, the text's fixed parts, the name.
    private const int Written = 24;
    private const int Fixed = 48;
    private const int Name = 256;
    private const int End = 1024;
    private const int StandardError = 2;
    private const int Iovec = 8;

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
        (int Address, int? Length)[] parts = [(Fixed, prefixLength), (Name, null), (Fixed + prefixLength, fixedLength - prefixLength)];
        if (FindImport("wasi:cli/stderr@", "get-stderr") is { } standardError)
        {
            WriteToStream(body, standardError, parts);
        }
        else
        {
            WriteToDescriptor(body, parts);
        }

        body.Unreachable();
    }

    /// <summary>Writes as a command of WASI preview 1 does. A part without a length is the name, whose length is the second parameter.</summary>
    private void WriteToDescriptor(InstructionList body, (int Address, int? Length)[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            body.I32Const(0).I32Const(parts[i].Address).Access(Opcode.I32Store, _memory, (ulong)(i * Iovec)).I32Const(0);
            PushLength(body, parts[i].Length).Access(Opcode.I32Store, _memory, (ulong)((i * Iovec) + sizeof(int)));
        }

        body.I32Const(StandardError).I32Const(0).I32Const(parts.Length).I32Const(Written).Call(DescriptorWrite()).Drop();
    }

    /// <summary>Writes as a component of WASI 0.2 does.</summary>
    private void WriteToStream(InstructionList body, Function standardError, (int Address, int? Length)[] parts)
    {
        const string Write = "[method]output-stream.blocking-write-and-flush";
        Function write = FindImport("wasi:io/streams@", Write)
            ?? throw new InvalidDataException($"The runtime does not import '{Write}', by which the linker lets a trap say what it is.");
        uint stream = _trap.AddLocal(ValType.I32);
        body.Call(standardError).LocalSet(stream);
        foreach ((int address, int? length) in parts)
        {
            body.LocalGet(stream).I32Const(address);
            PushLength(body, length).I32Const(Written).Call(write);
        }
    }

    private static InstructionList PushLength(InstructionList body, int? length) => length is { } known ? body.I32Const(known) : body.LocalGet(1);

    private Function? FindImport(string interfacePrefix, string name) => _module.Imports.OfType<Function>()
        .FirstOrDefault(function => function.Import!.Name == name && function.Import.Module.StartsWith(interfacePrefix, StringComparison.Ordinal));

    private Function DescriptorWrite() =>
        _module.FindImport("wasi_snapshot_preview1", "fd_write") as Function
        ?? _module.Import(
            "wasi_snapshot_preview1", "fd_write", new Function(new FunctionType([ValType.I32, ValType.I32, ValType.I32, ValType.I32], ValType.I32)));
}
