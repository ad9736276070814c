using System.Text;
using Skiff;
using Test.Joined;

// Writes what the functions of the other assemblies give, for the test to compare.
if (args is ["misuse"])
{
    // What an implementation throws for, where the interface has no error case, ends the program as a trap would.
    Things.Thing first = new("first");
    using Things.Thing second = Things.Same(first);
    Console.WriteLine(second.Name());
    first.Dispose();
    Console.WriteLine(second.Name());
    return;
}

Show("text", [Values.Text("grüße 😀"), Values.Text(""), Values.Text(new string('y', 100_000)).Length]);
Show("bytes", [Values.Bytes([1, 2, 255]).Length, Values.Bytes(default).Length, Values.Sum([1, -2, long.MaxValue]), Values.Sum(default)]);
Show("nested", Values.Nested([["a", "b"], [], ["c", ""]]).Select(list => string.Join('+', list)));
Show("record", [Values.Move(new(41, "p"))]);
Values.Shape shape = new Values.Shape.Circle(7);
for (int i = 0; i < 7; i++)
{
    shape = Values.Grow(shape);
    Show("variant", [shape is Values.Shape.Many many ? string.Join(' ', many.Value) : shape]);
}

Show("variants", Values.Shapes([new Values.Shape.Text("t"), new Values.Shape.Nothing(), new Values.Shape.Both(new("l", 2))], new Values.Shape.Narrow(0.5f)));
Show("options", [Values.Maybe(Option<string?>.None), Values.Maybe(Option<string?>.Some(null)), Values.Maybe(Option<string?>.Some("x"))]);
Show("results", [string.Join('+', Values.Outcome(Result<string[], Values.Shape>.Ok(["a", "b"]))), Values.TryOutcome(Result<string[], Values.Shape>.Fail(new Values.Shape.Text("e")))]);
Show("errors", [Values.TryDivide(7, 2), Values.TryDivide(1, 0), Values.TryFail(new Values.Shape.Many([new(1, "x")])), Caught(() => Values.Fail(new Values.Shape.Circle(1)))]);
(string Text, byte Number, (Rune, string)[] Items) tuple = Values.Tuples(("t", 1, [(new Rune('ä'), "b"), (new Rune(0x1D11E), "c")]));
Show("tuples", [tuple.Text, tuple.Number, .. tuple.Items.Select(item => (object)item)]);
Show("maps", Values.Keys(new() { ["a"] = [1, 2], ["b"] = [] }).Select(pair => $"{pair.Key}={string.Join('+', pair.Value)}").Order());
Show("fixed", [.. Values.Fixed([new(1, "a"), new(2, "b"), new(3, "c")]).Select(point => point.Label), .. Values.Small(["x", "y"])]);
Show("plain", [Values.Paint(Values.Color.Red, Values.Permissions.Read | Values.Permissions.Write), Values.Plain(255, -1, 0.5f, 0.25, new Rune('A'), true)]);
Show("indirect", [Values.Indirect("a", 1, ["b", "c"], "d", new Values.Shape.Text("e"), "f", "", "h", [1, 2, 3])]);

Handles();
Streams();
Bounded();

static void Handles()
{
    Things.Thing left = new("left");
    using Things.Thing right = Things.Thing.Open("right");
    Show("open", [left.Name(), right.Rename("richtig"), right.Name(), Things.Thing.TryOpen("")]);
    using Things.Thing merged = Things.Thing.Merge(left, right);
    Show("merged", [merged.Name(), Caught(() => left.Name()), Things.Count()]);
    Show("borrowed", Things.Names([right, merged, right]));
    using (Things.Thing extra = new("extra"))
    {
        Show("lent", [Watching.Describe(right), Watching.Describe(extra), right.Name(), Things.Count()]);
        Watching.Keep(new("kept"));
        using Things.Thing? back = Watching.GiveBack();
        Show("back", [back!.Name(), Watching.GiveBack() is null, Things.Count()]);
    }

    Things.Thing[] turned = Things.Turn([new("1"), new("2"), new("3")]);
    Show("turned", [.. Things.Names(turned), Things.Count()]);
    foreach (Things.Thing thing in turned)
    {
        thing.Dispose();
        thing.Dispose();
    }

    using Things.Thing? present = Things.Maybe(true);
    Show("maybe", [present?.Name() ?? "", Things.Maybe(false) is null, Things.Count(), Caught(() => turned[0].Rename("x"))]);
}

static void Streams()
{
    Show("count", [Things.Count()]);
    Wasi.Io.Streams.OutputStream stream = Wasi.Cli.Stdout.GetStdout();
    Writing.Write(stream, "lent\n");
    Writing.WriteAll([stream, stream], "lent twice\n");
    stream.BlockingWriteAndFlush("still mine\n"u8);
    stream = Writing.Pass(stream);
    Writing.Finish(stream, "given away\n");
    Show("stream", [Caught(() => Writing.Write(stream, "x"))]);
}

// What crosses is freed by whoever owns it. If it were not, this would take 80 MB more than it does, for each side.
static void Bounded()
{
    string text = new('x', 8_000);
    string[] list = [.. Enumerable.Repeat("element", 100)];
    for (int i = 0; i < 10_000; i++)
    {
        Values.Text(text);
        if (i % 10 == 0)
        {
            Values.Nested([list, list]);
            Values.TryFail(new Values.Shape.Many([new(1, text)]));
            Values.Indirect(text, 1, list, "d", new Values.Shape.Text(text), "f", "", "h", [1, 2, 3]);
            Things.Thing thing = new(text);
            Things.Thing.Merge(thing, thing = new("other")).Dispose();
            thing.Dispose();
            using Wasi.Io.Streams.OutputStream stream = Wasi.Cli.Stdout.GetStdout();
            Writing.Write(stream, "");
        }
    }

    Show("bounded", [Things.Count()]);
}

static string Caught(Action action)
{
    try
    {
        action();
        return "nothing";
    }
    catch (Exception exception)
    {
        return exception is ResultException<Values.Shape> failed ? $"{failed.Error.GetType().Name}" : exception.GetType().Name;
    }
}

static void Show(string what, IEnumerable<object> values) => Console.WriteLine($"{what}: {string.Join("; ", values)}");
