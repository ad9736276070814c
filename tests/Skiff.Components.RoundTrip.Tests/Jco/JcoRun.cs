using System.Text;
using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Components.RoundTrip.Tests.Values;
using Skiff.Hosting.Components;
using Skiff.Wasm.Tests.Judges;
using Skiff.Wit;

[assembly: AssemblyFixture(typeof(Skiff.Components.RoundTrip.Tests.Jco.JcoRun))]

namespace Skiff.Components.RoundTrip.Tests.Jco;

/// <summary>The guest on Node, translated by jco, once for all tests.</summary>
public sealed class JcoRun
{
    private static readonly object s_lock = new();
    private IReadOnlyDictionary<string, string>? _outcomes;

    /// <summary>What became of each check, by its name: <c>ok</c>, or what went wrong. Skips the test where jco cannot run.</summary>
    internal IReadOnlyDictionary<string, string> Outcomes(Guest guest)
    {
        string modules = NpmTools.Modules;
        lock (s_lock)
        {
            return _outcomes ??= Run(guest, modules);
        }
    }

    /// <summary>Runs the checks of a guest.</summary>
    internal static Dictionary<string, string> Run(Guest guest, string modules)
    {
        string cases = Path.Combine(Path.GetDirectoryName(guest.Path)!, "cases.mjs");
        File.WriteAllText(cases, Cases(guest.World));
        (int exitCode, string output, string error) = Node.Run(
            "node", ["--no-warnings", Path.Combine(AppContext.BaseDirectory, "Jco", "driver.mjs"), modules, guest.Path, cases]);
        Assert.True(exitCode == 0, output + error);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(line => line[0], line => line[1]);
    }

    private static string Cases(World world)
    {
        StringBuilder script = new();
        script.AppendLine("export const echoes = [");
        foreach (WorldItem item in world.Imports)
        {
            switch (item)
            {
                case WorldInterface { Interface: { Name: not ("resources" or "tools" or "notes") } owner }:
                    owner.Functions.ForEach(function => script.AppendLine($"['{Plain(item.Name)}', '{function.Name}', {ReturnsResult(function)}],"));
                    break;
                case WorldFunction { Function: { } function }:
                    script.AppendLine($"['', '{function.Name}', {ReturnsResult(function)}],");
                    break;
            }
        }

        script.AppendLine("];").AppendLine("export const cases = [");
        foreach ((string instance, Function function) in EchoFunctions.Of(world))
        {
            WitType[] types = [.. function.Parameters.Select(parameter => parameter.Type)];
            script.AppendLine($"['{Plain(instance)}', '{function.Name}', {ReturnsResult(function)}, [");
            foreach (ComponentValue[] arguments in RemarkableValues.OfParameters(function).Where(IsForJco))
            {
                script.AppendLine($"[{string.Join(", ", types.Zip(arguments, JsValue.Of))}],");
            }

            script.AppendLine("]],");
        }

        script.AppendLine("];").AppendLine("export const made = [");
        Interface? inspection = world.Exports.OfType<WorldInterface>().FirstOrDefault(item => item.Interface.Name == "inspection")?.Interface;
        if (inspection is not null)
        {
            WriteInspection(script, inspection);
        }

        return script.AppendLine("];").ToString();
    }

    private static void WriteInspection(StringBuilder script, Interface inspection)
    {
        foreach ((string name, ComponentValue expected) in InspectionTests.MadeValues)
        {
            script.AppendLine($"['make-{name}', [], {JsValue.Of(inspection.FindFunction($"make-{name}")!.Result!, expected)}],");
        }

        foreach ((string name, ComponentValue[] arguments, string expected) in InspectionTests.Descriptions)
        {
            IEnumerable<WitType> types = inspection.FindFunction($"describe-{name}")!.Parameters.Select(parameter => parameter.Type);
            script.AppendLine($"['describe-{name}', [{string.Join(", ", types.Zip(arguments, JsValue.Of))}], {JsValue.OfText(expected)}],");
        }
    }

    private static string Plain(string name) => name.Split('@')[0];

    // A negative number in a variant that has longer ones too: jco does not undo what it was widened by.
    private static bool IsForJco(ComponentValue[] arguments) =>
        !arguments.Any(argument => argument.ToString() is var text
            && ((string[])["small(-", "short(-", "signed(-"]).Any(item => text.Contains(item, StringComparison.Ordinal)));

    private static string ReturnsResult(Function function) => function.Result?.Unaliased is ResultType ? "true" : "false";
}
