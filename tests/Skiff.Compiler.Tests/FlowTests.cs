using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Skiff.Compiler.Emission;
using Skiff.Compiler.Evaluation;
using Skiff.Compiler.Flow;
using Skiff.Compiler.Flow.Simplification;
using Skiff.Compiler.Flow.Structuring;
using Skiff.Wasm;

namespace Skiff.Compiler.Tests;

/// <summary>Structuring, simplification and emission of flow graphs, whatever front end they come from.</summary>
public class FlowTests
{
    private static readonly (int A, int B)[] s_arguments = [(0, 0), (1, -1), (123456, 7), (int.MinValue, 255)];

    [Property(MaxTest = 300)]
    public void A_graph_is_refused_exactly_when_it_is_irreducible(int seed, PositiveInt size)
    {
        FlowGraph graph = RandomFlow.Make(seed, size.Get);
        bool isRefused = false;
        try
        {
            Structurer.Structure(graph);
        }
        catch (IrreducibleFlowException)
        {
            isRefused = true;
        }

        Assert.Equal(!IsReducible(graph), isRefused);
    }

    [Property(MaxTest = 300)]
    public void Simplification_changes_no_result(int seed, PositiveInt size)
    {
        FlowGraph simplified = RandomFlow.Make(seed, size.Get);
        Simplifier.Simplify(simplified);
        foreach ((int a, int b) in s_arguments)
        {
            Assert.Equal(Evaluate(RandomFlow.Make(seed, size.Get), a, b), Evaluate(simplified, a, b));
        }
    }

    [Fact]
    public void Wasm_gives_what_the_graph_gives()
    {
        var module = new Module();
        var environment = new ModuleEnvironment(module);
        int[] seeds = [.. Enumerable.Range(0, 600).Where(seed => IsReducible(RandomFlow.Make(seed, seed)))];
        Assert.InRange(seeds.Length, 100, 600);
        foreach (int seed in seeds)
        {
            foreach (bool simplify in (bool[])[false, true])
            {
                FlowGraph graph = RandomFlow.Make(seed, seed);
                if (simplify)
                {
                    Simplifier.Simplify(graph);
                }

                var function = module.Add(new Function(new FunctionType([ValType.I32, ValType.I32], ValType.I32)));
                FunctionEmitter.Emit(graph, Structurer.Structure(graph), function, environment);
                module.Export($"{seed}{simplify}", function);
            }
        }

        using var machine = new Machine(new CompilationResult(module, 0, 0));
        var differences = new StringBuilder();
        foreach (int seed in seeds)
        {
            foreach ((int a, int b) in s_arguments)
            {
                (int Result, string Data) expected = Evaluate(RandomFlow.Make(seed, seed), a, b);
                foreach (bool simplify in (bool[])[false, true])
                {
                    machine.Memory.GetSpan(RandomFlow.DataAddress, RandomFlow.DataSize).Clear();
                    int result = (int)machine.Call($"{seed}{simplify}", a, b)!;
                    string data = Convert.ToHexString(machine.Memory.GetSpan(RandomFlow.DataAddress, RandomFlow.DataSize));
                    if ((result, data) != expected)
                    {
                        differences.AppendLine($"seed {seed}, simplified {simplify}, ({a}, {b}): graph {expected}, wasm {(result, data)}");
                    }
                }
            }
        }

        Assert.Equal("", differences.ToString());
    }

    [Fact]
    public void A_frame_slot_that_nobody_points_to_becomes_a_local()
    {
        var slot = new FrameSlot(4, 4, zeroed: true);
        var parameter = new Local(ValType.I32);
        var graph = new FlowGraph("promotion", [parameter], ValType.I32);
        graph.Entry.Statements.Add(Operations.Store(Opcode.I32Store, new FrameAddressExpression(slot, 0), 0, new LocalExpression(parameter)));
        graph.Entry.Terminator = new ReturnTerminator(Operations.Load(Opcode.I32Load, new FrameAddressExpression(slot, 0)));
        Simplifier.Simplify(graph);
        Assert.Empty(graph.Entry.Statements);
        Assert.Same(parameter, Assert.IsType<LocalExpression>(graph.Entry.Terminator.Operand).Local);
    }

    [Fact]
    public void A_long_chain_of_decisions_does_not_nest()
    {
        var parameter = new Local(ValType.I32);
        var graph = new FlowGraph("chain", [parameter], ValType.I32);
        FlowBlock block = graph.Entry;
        for (int i = 0; i < 1000; i++)
        {
            var found = new FlowBlock { Terminator = new ReturnTerminator(Literal.I32(i * 3)) };
            var next = new FlowBlock();
            block.Terminator = new BranchTerminator(Operations.Binary(Opcode.I32Eq, new LocalExpression(parameter), Literal.I32(i)), found, next);
            block = next;
        }

        block.Terminator = new ReturnTerminator(Literal.I32(-1));
        var function = new Function(new FunctionType([ValType.I32], ValType.I32));
        FunctionEmitter.Emit(graph, Structurer.Structure(graph), function, new ModuleEnvironment(new Module()));
        int depth = 0;
        int deepest = 0;
        foreach (Instruction instruction in function.Body)
        {
            depth += instruction.Opcode is Opcode.If or Opcode.Block or Opcode.Loop ? 1 : instruction.Opcode is Opcode.End ? -1 : 0;
            deepest = Math.Max(deepest, depth);
        }

        Assert.Equal(1, deepest);
    }

    private static (int Result, string Data) Evaluate(FlowGraph graph, int a, int b)
    {
        var data = new DataImage(RandomFlow.DataAddress);
        data.Reserve(RandomFlow.DataSize, 1);
        var function = new Function(new FunctionType([ValType.I32, ValType.I32], ValType.I32));
        var evaluator = new Evaluator(new Dictionary<Function, FlowGraph> { [function] = graph }, data, _ => null);
        return ((int)evaluator.Call(function, a, b), Convert.ToHexString(data.Bytes));
    }

    /// <summary>
    /// The definition by transformations (Hecht and Ullman): a graph is reducible when dropping edges from a node to itself
    /// and merging nodes into their only predecessor leaves one node.
    /// </summary>
    private static bool IsReducible(FlowGraph graph)
    {
        var predecessors = graph.ReversePostorder().ToDictionary(b => b, _ => new HashSet<FlowBlock>());
        foreach (FlowBlock block in predecessors.Keys)
        {
            foreach (FlowBlock target in block.Terminator.Targets)
            {
                predecessors[target].Add(block);
            }
        }

        while (true)
        {
            foreach ((FlowBlock block, HashSet<FlowBlock> sources) in predecessors)
            {
                sources.Remove(block);
            }

            FlowBlock? merged = predecessors.FirstOrDefault(p => p.Key != graph.Entry && p.Value.Count == 1).Key;
            if (merged is null)
            {
                return predecessors.Count == 1;
            }

            FlowBlock into = predecessors[merged].Single();
            predecessors.Remove(merged);
            foreach (HashSet<FlowBlock> sources in predecessors.Values)
            {
                if (sources.Remove(merged))
                {
                    sources.Add(into);
                }
            }
        }
    }
}
