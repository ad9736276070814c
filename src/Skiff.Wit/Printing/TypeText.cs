using Skiff.Wit.Lexing;

namespace Skiff.Wit.Printing;

/// <summary>Types as they are written where they are used.</summary>
public static class TypeText
{
    /// <summary>The text of a type.</summary>
    public static string Of(WitType type) => type switch
    {
        PrimitiveType primitive => primitive.Keyword,
        TypeDefinition definition => Keywords.Escape(definition.Name),
        OwnType own => Keywords.Escape(own.Resource.Name),
        BorrowType borrow => $"borrow<{Keywords.Escape(borrow.Resource.Name)}>",
        ListType { Length: null } list => $"list<{Of(list.Element)}>",
        ListType list => $"list<{Of(list.Element)}, {list.Length}>",
        MapType map => $"map<{Of(map.Key)}, {Of(map.Value)}>",
        OptionType option => $"option<{Of(option.Element)}>",
        ResultType { Ok: null, Error: null } => "result",
        ResultType { Ok: { } ok, Error: null } => $"result<{Of(ok)}>",
        ResultType { Ok: null, Error: { } error } => $"result<_, {Of(error)}>",
        ResultType { Ok: { } ok, Error: { } error } => $"result<{Of(ok)}, {Of(error)}>",
        TupleType tuple => $"tuple<{string.Join(", ", tuple.Elements.Select(Of))}>",
        FutureType { Element: { } element } => $"future<{Of(element)}>",
        FutureType => "future",
        StreamType { Element: { } element } => $"stream<{Of(element)}>",
        StreamType => "stream",
        _ => throw new InvalidOperationException($"{type.GetType().Name} cannot be written as a type."),
    };
}
