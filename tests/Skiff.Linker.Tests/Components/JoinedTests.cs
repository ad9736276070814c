using System.Text;
using Skiff.Hosting;
using Skiff.Wasm.Tests.Judges;

namespace Skiff.Linker.Tests.Components;

/// <summary>A program of three assemblies that import and export each other's interfaces, made by the generator of bindings.</summary>
public sealed class JoinedTests
{
    private const string Name = "Skiff.Linker.JoinedGuest";

    private const string Library = Name + ".Library";
    private const string Watcher = Name + ".Watcher";

    private const string Output = """
        text: grüße 😀!; !; 100001
        bytes: 4; 1; 9223372036854775806; 0
        nested: c+; ; a+b
        record: Point { X = 42, Label = p→ }
        variant: Point { X = 7, Label = circle } Point { X = 0, Label =  }
        variant: Text { Value = circle }
        variant: Wide { Value = 6597069766656 }
        variant: Narrow { Value = 6 }
        variant: Both { Value = Pair { Left = big, Right = 18446744073709551615 } }
        variant: Both { Value = Pair { Left = big+, Right = 18446744073709551614 } }
        variant: Both { Value = Pair { Left = big++, Right = 18446744073709551613 } }
        variants: Text { Value = t }; Nothing { }; Both { Value = Pair { Left = l, Right = 2 } }; Narrow { Value = 0.5 }
        options: None; Some(); Some(x?)
        results: a+b; Fail(Text { Value = e })
        errors: Ok(3); Fail(Attempted to divide by zero.); Fail(Text { Value = x }); Many
        tuples: t2; 2; (ä, b); (𝄞, c)
        maps: a2=1+2; b0=
        fixed: c; b; a; y; x
        plain: (Green, Read); 320.75
        indirect: a|1|b,c|d|Wide { Value = 1099511627776 }|f||h|3
        open: left; right; richtig; Fail(A thing has a name.)
        merged: left+richtig; ObjectDisposedException; 2
        borrowed: richtig; left+richtig; richtig
        lent: a thing called richtig; a thing called extra; richtig; 3
        back: kept; True; 4
        turned: 3; 2; 1; 5
        maybe: maybe; True; 3; ObjectDisposedException
        count: 0
        lent
        lent twice
        lent twice
        still mine
        given away
        stream: ObjectDisposedException
        bounded: 0

        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Values_and_resources_of_all_types_pass_between_assemblies(bool snapshot)
    {
        using TemporaryDirectory directory = new();
        string component = Link(directory, snapshot);

        int exitCode = Run(component, [], out string output, out string error);

        Assert.Equal((0, Output.ReplaceLineEndings("\n"), ""), (exitCode, output, error));
        byte[] bytes = File.ReadAllBytes(component);
        Assert.DoesNotContain("test:joined", Jco.Wit(bytes), StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_implementation_throws_and_its_interface_has_no_case_for_ends_the_program()
    {
        using TemporaryDirectory directory = new();

        string component = Link(directory, snapshot: false);
        string output = "";
        string error = "";

        Assert.Throws<TrapException>(() => Run(component, ["misuse"], out output, out error));

        Assert.Equal("first\n", output);
        Assert.Contains("Unhandled exception. System.ObjectDisposedException", error, StringComparison.Ordinal);
    }

    private static string Link(TemporaryDirectory directory, bool snapshot)
    {
        LinkRequest request = GuestProgram.Request(Name, Built.JoinedGuest, directory.File("app.wasm"));
        string[] assemblies =
        [
            Path.Combine(Built.JoinedGuest, "Skiff.dll"),
            Path.Combine(Built.JoinedGuest.Replace(Name, Library, StringComparison.Ordinal), $"{Library}.dll"),
            Path.Combine(Built.JoinedGuest.Replace(Name, Watcher, StringComparison.Ordinal), $"{Watcher}.dll"),
        ];
        return AppLinker.Link(request with
        {
            WasiVersion = WasiVersion.Preview2,
            Snapshot = snapshot,
            References = [.. request.References.Concat(assemblies.SelectMany(GuestProgram.References)).Distinct(), .. assemblies],
        }).Path;
    }

    private static int Run(string path, string[] arguments, out string output, out string error)
    {
        using Engine engine = new(new EngineOptions { Interruptible = true });
        using CompiledComponent compiled = GuestProgram.Cache.LoadComponent(engine, path);
        using ComponentCommand command = new(compiled);
        using MemoryStream outputStream = new();
        using MemoryStream errorStream = new();
        try
        {
            return command.Run(new GuestOptions
            {
                Arguments = ["/app.wasm", .. arguments],
                StandardOutput = StandardOutput.ToStream(outputStream),
                StandardError = StandardOutput.ToStream(errorStream),
                TimeLimit = TimeSpan.FromMinutes(5),
                // What crosses is freed: 10,000 calls need no more than this.
                MemoryLimit = 64 << 20,
            });
        }
        finally
        {
            output = Encoding.UTF8.GetString(outputStream.ToArray());
            error = Encoding.UTF8.GetString(errorStream.ToArray());
        }
    }
}
