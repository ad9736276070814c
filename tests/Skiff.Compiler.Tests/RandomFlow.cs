using Skiff.Compiler.Flow;
using Skiff.Wasm;

namespace Skiff.Compiler.Tests;

/// <summary>A flow graph made of random numbers. It returns soon whatever its shape, because every block costs fuel.</summary>
internal sealed class RandomFlow
{
    public const uint DataAddress = 4096;
    public const int DataSize = 16;
    private const int Fuel = 60;
    private readonly Random _random;
    private readonly List<Local> _locals = [];
    private readonly Local _fuel = new(ValType.I32, "fuel");
    private readonly FrameSlot _slot = new(8, 4, zeroed: true);
    private readonly FrameSlot _known = new(8, 4, zeroed: true);

    private RandomFlow(int seed, int size)
    {
        _random = new Random(seed);
        var parameters = new List<Local> { new(ValType.I32), new(ValType.I32) };
        Graph = new FlowGraph($"random {seed}", parameters, ValType.I32);
        _locals.AddRange(parameters);
        _locals.AddRange([new(ValType.I32), new(ValType.I32), new(ValType.I32)]);
        FlowBlock[] starts = [.. Enumerable.Range(0, 1 + (size % 12)).Select(_ => new FlowBlock())];
        var exit = new FlowBlock();
        Fill(exit);
        exit.Terminator = new ReturnTerminator(Value(4));
        foreach (FlowBlock start in starts)
        {
            var body = new FlowBlock();
            start.Statements.Add(new AssignStatement(_fuel, Operations.Binary(Opcode.I32Sub, new LocalExpression(_fuel), Literal.I32(1))));
            start.Terminator = new BranchTerminator(new LocalExpression(_fuel), body, exit);
            Fill(body);
            FlowBlock Next() => _random.Next(8) == 0 ? exit : starts[_random.Next(starts.Length)];
            body.Terminator = _random.Next(6) switch
            {
                0 => new JumpTerminator(Next()),
                1 => new SwitchTerminator(Operations.Binary(Opcode.I32And, Value(2), Literal.I32(3)), [Next(), Next(), Next()]),
                2 => new ReturnTerminator(Value(3)),
                _ => new BranchTerminator(Value(2), Next(), Next()),
            };
        }

        Graph.Entry.Statements.Add(new AssignStatement(_fuel, Literal.I32(Fuel)));
        // One address escapes, the other slot can be promoted.
        Graph.Entry.Statements.Add(new StoreStatement(Opcode.I32Store, Literal.I32((int)DataAddress + 12), 0, Operations.Binary(Opcode.I32And, new FrameAddressExpression(_slot, 0), Literal.I32(0))));
        Graph.Entry.Terminator = new JumpTerminator(starts[0]);
    }

    public FlowGraph Graph { get; }

    /// <summary>The same graph for the same numbers.</summary>
    public static FlowGraph Make(int seed, int size) => new RandomFlow(seed, size).Graph;

    private void Fill(FlowBlock block)
    {
        for (int i = _random.Next(4); i > 0; i--)
        {
            block.Statements.Add(_random.Next(8) switch
            {
                0 => new StoreStatement(Opcode.I32Store8, Address(), (uint)_random.Next(3), Value(2)),
                1 => Operations.Store(Opcode.I32Store, Address(), 0, Value(2)),
                2 => Operations.Store(Opcode.I32Store16, new FrameAddressExpression(_known, 4), 0, Value(2)),
                3 => Operations.Store(Opcode.I32Store, new FrameAddressExpression(_known, 0), 0, Value(2)),
                4 => new EvaluateStatement(Value(2)),
                _ => new AssignStatement(_locals[_random.Next(_locals.Count)], Value(3)),
            });
        }
    }

    private Expression Address() => _random.Next(2) == 0
        ? Literal.I32((int)DataAddress + _random.Next(8))
        : new FrameAddressExpression(_slot, _random.Next(4));

    private Expression Value(int depth)
    {
        if (depth == 0 || _random.Next(3) == 0)
        {
            return _random.Next(6) switch
            {
                0 => Literal.I32(_random.Next(-3, 300)),
                1 => Operations.Load(_random.Next(2) == 0 ? Opcode.I32Load8U : Opcode.I32Load, Address()),
                2 => Operations.Load(_random.Next(2) == 0 ? Opcode.I32Load16S : Opcode.I32Load16U, new FrameAddressExpression(_known, 4)),
                3 => Operations.Load(Opcode.I32Load, new FrameAddressExpression(_known, 0)),
                _ => new LocalExpression(_locals[_random.Next(_locals.Count)]),
            };
        }

        Opcode[] binary =
        [
            Opcode.I32Add, Opcode.I32Sub, Opcode.I32Mul, Opcode.I32And, Opcode.I32Or, Opcode.I32Xor, Opcode.I32Shl, Opcode.I32ShrS,
            Opcode.I32ShrU, Opcode.I32LtS, Opcode.I32LtU, Opcode.I32Eq, Opcode.I32Ne, Opcode.I32GeU,
        ];
        Opcode[] unary = [Opcode.I32Eqz, Opcode.I32Clz, Opcode.I32Extend8S, Opcode.I32Extend16S];
        return _random.Next(5) == 0
            ? Operations.Unary(unary[_random.Next(unary.Length)], Value(depth - 1))
            : Operations.Binary(binary[_random.Next(binary.Length)], Value(depth - 1), Value(depth - 1));
    }
}
