using Skiff.Hosting.Components;
using Skiff.Wit;

namespace Skiff.Components.RoundTrip.Tests.Guests;

/// <summary>What the guest imports: functions that return what they get, and the host's own resources.</summary>
internal sealed class Host
{
    public Host(World world)
    {
        Things = new Things(this);
        foreach (WorldItem item in world.Imports)
        {
            switch (item)
            {
                case WorldInterface { Interface.Name: "resources" }:
                    Things.Define(item.Name);
                    break;
                case WorldInterface { Interface.Name: "tools" }:
                    Tools.Define(this, item.Name);
                    break;
                case WorldInterface { Interface.Name: "notes" }:
                    Imports.Function(item.Name, "note", arguments =>
                    {
                        Notes.Add((string)arguments[0].Content!);
                        return null;
                    });
                    break;
                case WorldInterface { Interface: { } owner }:
                    owner.Functions.ForEach(function => DefineEcho(item.Name, function));
                    break;
                case WorldFunction { Function: { } function }:
                    DefineEcho("", function);
                    break;
            }
        }
    }

    /// <summary>Functions and resources.</summary>
    public ComponentImports Imports { get; } = new();

    /// <summary>The instance that they are for.</summary>
    public ComponentInstance? Instance { get; set; }

    /// <summary>The arguments of the last call of a function that returns them.</summary>
    public IReadOnlyList<ComponentValue> Received { get; private set; } = [];

    /// <summary>The things and doors.</summary>
    public Things Things { get; }

    /// <summary>The tools.</summary>
    public Tools Tools { get; } = new();

    /// <summary>What the guest noted.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>What the guest wrote to standard error, once the instance is gone.</summary>
    public string StandardError { get; set; } = "";

    /// <summary>What a function returns that got something: it, or a tuple when there are several.</summary>
    public static ComponentValue? Echo(IReadOnlyList<ComponentValue> arguments) => arguments.Count switch
    {
        0 => null,
        1 => arguments[0],
        _ => ComponentValue.Tuple([.. arguments]),
    };

    private void DefineEcho(string instance, Function function) => Imports.Function(instance, function.Name, arguments =>
    {
        Received = arguments;
        return Echo(arguments);
    });
}
