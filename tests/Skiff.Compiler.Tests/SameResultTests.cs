using FsCheck;
using FsCheck.Fluent;
using Skiff.Compiler.Programs.Accepted;

namespace Skiff.Compiler.Tests;

public class SameResultTests(AcceptedPrograms programs) : IClassFixture<AcceptedPrograms>
{
    private const int MostCalls = 2500;

    public static TheoryData<string> Names => [.. AcceptedPrograms.Methods.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void On_edge_values_wasm_gives_what_dotnet_gives(string name)
    {
        AssertSame(programs, name, MostCalls);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void On_random_values_wasm_gives_what_dotnet_gives(string name)
    {
        Type[] types = [.. AcceptedPrograms.Methods[name].GetParameters().Select(p => p.ParameterType)];
        if (types.Length == 0)
        {
            return;
        }

        Gen<long> bits = Gen.OneOf(ArbMap.Default.GeneratorFor<long>(), Gen.Choose(-300, 300).Select(v => (long)v), Gen.Choose(int.MinValue, int.MaxValue).Select(v => (long)v << 17));
        Prop.ForAll(bits.ArrayOf(types.Length).ToArbitrary(), values =>
        {
            object[] arguments = [.. types.Zip(values, Values.FromBits)];
            string? difference = programs.Difference(name, arguments);
            return (difference is null).Label(difference ?? "");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void So_it_does_with_the_library_of_the_running_runtime()
    {
        using var others = AcceptedPrograms.From(typeof(Int32Arithmetic).Assembly.Location, []);
        AssertAllSame(others);
    }

    [Fact]
    public void So_it_does_from_unoptimized_IL()
    {
        using var others = AcceptedPrograms.From(Setting.Unoptimized, Setting.RuntimePack);
        AssertAllSame(others);
    }

    private static void AssertAllSame(AcceptedPrograms programs)
    {
        foreach (string name in AcceptedPrograms.Methods.Keys)
        {
            AssertSame(programs, name, 100);
        }
    }

    private static void AssertSame(AcceptedPrograms programs, string name, int mostCalls)
    {
        object[][] edges = [.. AcceptedPrograms.Methods[name].GetParameters().Select(p => Values.Edges(p.ParameterType))];
        long all = edges.Aggregate(1L, (product, values) => product * values.Length);
        // A step without common factor visits evenly what is too much to visit wholly.
        long step = Math.Max(1, all / mostCalls) | 1;
        var differences = new List<string>();
        for (long i = 0; i < all; i += step)
        {
            object[] arguments = new object[edges.Length];
            long rest = i;
            for (int p = 0; p < arguments.Length; p++)
            {
                arguments[p] = edges[p][rest % edges[p].Length];
                rest /= edges[p].Length;
            }

            if (programs.Difference(name, arguments) is { } difference)
            {
                differences.Add(difference);
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(10))}");
    }
}
