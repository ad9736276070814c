using Skiff.Wit;

namespace Skiff.Components.Composition;

/// <summary>
/// Says how what is offered under a name differs from what is wanted. Types are the same when they consist of the same, wherever
/// they come from; whether resources are the same, only the whole tells.
/// </summary>
internal sealed class ItemComparison
{
    private readonly TypeOwner? _wanted;
    private readonly TypeOwner? _offered;
    private readonly HashSet<(TypeDefinition Wanted, TypeDefinition Offered)> _same = [];

    private ItemComparison(TypeOwner? wanted, TypeOwner? offered) => (_wanted, _offered) = (wanted, offered);

    /// <summary>Compares items of worlds.</summary>
    /// <returns>What differs, each the end of a sentence about what is offered.</returns>
    public static IEnumerable<string> Compare(WorldItem wanted, WorldItem offered) => (wanted, offered) switch
    {
        (WorldInterface left, WorldInterface right) => new ItemComparison(left.Interface, right.Interface).Compare(left.Interface, right.Interface),
        (WorldFunction left, WorldFunction right) => new ItemComparison(null, null).AreSame(left.Function, right.Function)
            ? []
            : [$"is {Text(right.Function)} and not {Text(left.Function)}"],
        (WorldType left, WorldType right) => new ItemComparison(null, null).Compare(left.Definition, right.Definition) is { } difference ? [difference] : [],
        _ => ["is a thing of another kind"],
    };

    private IEnumerable<string> Compare(Interface wanted, Interface offered)
    {
        foreach (TypeDefinition type in wanted.Types)
        {
            if (offered.FindType(type.Name) is not { } other)
            {
                yield return $"has no type '{type.Name}'";
            }
            else if (Compare(type, other) is { } difference)
            {
                yield return $"has a type '{type.Name}' that {difference}";
            }
        }

        foreach (Function function in wanted.AllFunctions)
        {
            if (offered.FindFunction(function.Name) is not { } other)
            {
                yield return $"has no function '{function.Name}'";
            }
            else if (!AreSame(function, other))
            {
                yield return $"has a function '{function.Name}' that is {Text(other)} and not {Text(function)}";
            }
        }
    }

    private string? Compare(TypeDefinition wanted, TypeDefinition offered) =>
        AreSameInside(wanted.Unaliased, offered.Unaliased) ? null : $"is {Text(offered.Unaliased)} and not {Text(wanted.Unaliased)}";

    private bool AreSame(Function left, Function right) =>
        left.IsAsync == right.IsAsync
        && left.Parameters.Select(parameter => parameter.Name).SequenceEqual(right.Parameters.Select(parameter => parameter.Name))
        && left.Parameters.Zip(right.Parameters).All(pair => AreSame(pair.First.Type, pair.Second.Type))
        && AreSame(left.Result, right.Result);

    private bool AreSame(WitType? left, WitType? right)
    {
        if (left is null || right is null)
        {
            return left is null && right is null;
        }

        // How types of one name differ in the two interfaces is said once, and not again of all that use them.
        return (left is TypeDefinition first && right is TypeDefinition second
                && first.Owner == _wanted && second.Owner == _offered && first.Name == second.Name)
            || AreSameInside(left.Unaliased, right.Unaliased);
    }

    private bool AreSameInside(WitType left, WitType right)
    {
        if (left is TypeDefinition wanted && right is TypeDefinition offered)
        {
            if (_same.Contains((wanted, offered)))
            {
                return true;
            }

            bool isSame = AreSameInside(wanted, offered);
            if (isSame)
            {
                _same.Add((wanted, offered));
            }

            return isSame;
        }

        return (left, right) switch
        {
            (PrimitiveType first, PrimitiveType second) => first.Kind == second.Kind,
            (ResultType first, ResultType second) => AreSame(first.Ok, second.Ok) && AreSame(first.Error, second.Error),
            (ListType first, ListType second) => first.Length == second.Length && AreSame(first.Element, second.Element),
            _ => left.GetType() == right.GetType() && left.Parts.Count() == right.Parts.Count()
                && left.Parts.Zip(right.Parts).All(pair => AreSame(pair.First, pair.Second)),
        };
    }

    private bool AreSameInside(TypeDefinition left, TypeDefinition right) => (left, right) switch
    {
        (RecordDefinition first, RecordDefinition second) =>
            first.Fields.Select(field => field.Name).SequenceEqual(second.Fields.Select(field => field.Name))
            && first.Fields.Zip(second.Fields).All(pair => AreSame(pair.First.Type, pair.Second.Type)),
        (VariantDefinition first, VariantDefinition second) =>
            first.Cases.Select(item => item.Name).SequenceEqual(second.Cases.Select(item => item.Name))
            && first.Cases.Zip(second.Cases).All(pair => AreSame(pair.First.Payload, pair.Second.Payload)),
        (EnumDefinition first, EnumDefinition second) => first.Cases.Select(item => item.Name).SequenceEqual(second.Cases.Select(item => item.Name)),
        (FlagsDefinition first, FlagsDefinition second) => first.Flags.Select(item => item.Name).SequenceEqual(second.Flags.Select(item => item.Name)),
        (ResourceDefinition, ResourceDefinition) => true,
        _ => false,
    };

    private static string Text(Function function) =>
        $"{(function.IsAsync ? "async " : "")}func({string.Join(", ", function.Parameters.Select(parameter => $"{parameter.Name}: {parameter.Type}"))})"
        + (function.Result is null ? "" : $" -> {function.Result}");

    private static string Text(WitType type) => type switch
    {
        RecordDefinition record => $"record {{ {string.Join(", ", record.Fields.Select(field => $"{field.Name}: {field.Type}"))} }}",
        VariantDefinition variant => $"variant {{ {string.Join(", ", variant.Cases.Select(item => item.Payload is null ? item.Name : $"{item.Name}({item.Payload})"))} }}",
        EnumDefinition enumeration => $"enum {{ {string.Join(", ", enumeration.Cases.Select(item => item.Name))} }}",
        FlagsDefinition flags => $"flags {{ {string.Join(", ", flags.Flags.Select(item => item.Name))} }}",
        ResourceDefinition => "a resource",
        _ => type.ToString()!,
    };
}
