using System.Text;

namespace Skiff.Wit.Tests;

/// <summary>All that a model says, as a text in which two models are alike when they mean the same.</summary>
internal static class ModelText
{
    public static string Of(IEnumerable<Package> packages) => string.Concat(packages.Select(Of));

    public static string Of(Package package)
    {
        StringBuilder text = new($"package {package.Name} {Quote(package.Documentation)}\n");
        package.Interfaces.ForEach(item => text.Append(Of(item)));
        package.Worlds.ForEach(world => text.Append(Of(world)));
        return text.ToString();
    }

    public static string Of(Interface item)
    {
        StringBuilder text = new($"interface {item.Name} {Header(item.Documentation, item.Stability, null)}\n");
        item.Types.ForEach(type => text.Append(Of(type)));
        item.Functions.ForEach(function => text.Append(Of(function)));
        return text.ToString();
    }

    public static string Of(World world) =>
        $"world {world.Name} {Header(world.Documentation, world.Stability, null)}\n"
        + string.Concat(world.Imports.Select(item => "import " + Of(item)))
        + string.Concat(world.Exports.Select(item => "export " + Of(item)));

    public static string Of(WorldItem item) => item switch
    {
        WorldInterface named =>
            $"{named.Name} as {named.PlainName} {Header(named.Documentation, named.Stability, named.ExternalId)}\n"
            + (named.Interface.Name is null ? Of(named.Interface) : ""),
        WorldFunction function => Of(function.Function),
        WorldType type => Of(type.Definition),
        _ => throw new InvalidOperationException(item.ToString()),
    };

    private static string Of(TypeDefinition type)
    {
        string body = type switch
        {
            AliasDefinition alias => $"alias {Of(alias.Target)} from {alias.UsedFrom}",
            RecordDefinition record => "record " + string.Join(", ", record.Fields.Select(item => $"{item.Name}: {Of(item.Type)} {Quote(item.Documentation)}")),
            VariantDefinition variant => "variant " + string.Join(", ", variant.Cases.Select(item => $"{item.Name}({Of(item.Payload)}) {Quote(item.Documentation)}")),
            EnumDefinition item => "enum " + string.Join(", ", item.Cases.Select(label => $"{label.Name} {Quote(label.Documentation)}")),
            FlagsDefinition flags => "flags " + string.Join(", ", flags.Flags.Select(label => $"{label.Name} {Quote(label.Documentation)}")),
            ResourceDefinition resource => "resource\n" + string.Concat(resource.Functions.Select(Of)),
            _ => throw new InvalidOperationException(type.Name),
        };
        return $"type {type.Name} in {type.Owner} {Header(type.Documentation, type.Stability, type.ExternalId)}: {body}\n";
    }

    private static string Of(Function function) =>
        $"{function.Name} async={function.IsAsync} {Header(function.Documentation, function.Stability, function.ExternalId)}: "
        + $"({string.Join(", ", function.Parameters.Select(item => $"{item.Name}: {Of(item.Type)}"))}) -> {Of(function.Result)}\n";

    private static string Of(WitType? type) => type switch
    {
        null => "_",
        PrimitiveType primitive => primitive.Keyword,
        TypeDefinition definition => $"{definition.Owner}.{definition.Name}",
        ListType list => $"list[{list.Length}]({Of(list.Element)})",
        ResultType result => $"result({Of(result.Ok)}, {Of(result.Error)})",
        _ => $"{type.GetType().Name}({string.Join(", ", type.Parts.Select(Of))})",
    };

    private static string Header(string? documentation, Stability stability, string? externalId) =>
        $"{Quote(documentation)} since={stability.Since} feature={stability.Feature} deprecated={stability.Deprecated} id={Quote(externalId)}";

    private static string Quote(string? text) => text is null ? "-" : $"\"{text.Replace("\n", "\\n", StringComparison.Ordinal)}\"";
}
