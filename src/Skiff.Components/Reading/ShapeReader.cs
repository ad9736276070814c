using Skiff.Wasm.Components;

namespace Skiff.Components.Reading;

/// <summary>
/// Goes through the definitions of components and types, and finds out what each is; components are instantiated as often as
/// they are used. What it is given is valid.
/// </summary>
internal sealed class ShapeReader
{
    // Types of types can grow without end; what is written in WIT is a hundredth of this.
    private const int MostDefinitions = 2_000_000;

    private int _definitions;

    /// <summary>Goes through the definitions of a component that stands by itself.</summary>
    public (InstanceShape Imports, InstanceShape Exports) Read(DefinitionList definitions) => Read(definitions, new ShapeScope(null), null);

    /// <summary>Goes through the definitions of the type of a component.</summary>
    public (InstanceShape Imports, InstanceShape Exports) Read(ComponentShape component) =>
        Read(component.Definitions, new ShapeScope(component.Scope), null);

    private (InstanceShape Imports, InstanceShape Exports) Read(DefinitionList definitions, ShapeScope scope, IReadOnlyDictionary<string, Shape>? arguments)
    {
        List<(ExternName, Shape)> imports = [];
        List<(ExternName, Shape)> exports = [];
        foreach (Definition definition in definitions)
        {
            if (++_definitions > MostDefinitions)
            {
                throw new ComponentReadingException("The component's types are too many to be read.");
            }

            Shape shape = Of(definition, scope, arguments);
            scope.Add(definition, shape);
            switch (definition)
            {
                case ComponentImport import:
                    imports.Add((import.ExternName, shape));
                    break;
                case ComponentExport export:
                    exports.Add((export.ExternName, shape));
                    break;
                case ExportDeclaration export:
                    exports.Add((export.ExternName, shape));
                    break;
            }
        }

        return (new InstanceShape(imports), new InstanceShape(exports));
    }

    private Shape Of(Definition definition, ShapeScope scope, IReadOnlyDictionary<string, Shape>? arguments)
    {
        switch (definition)
        {
            case ComponentImport import:
                return arguments is not null && arguments.TryGetValue(import.ExternName.Name, out Shape? argument) ? argument : Of(import.Type, scope);
            case ExportDeclaration export:
                return Of(export.Type, scope);
            case ComponentExport { Type: { } type }:
                return Of(type, scope);
            case ComponentExport export:
                return scope[export.Item] is TypeShape named ? TypeShape.NameOf(named) : scope[export.Item];
            case ExportAlias { Sort: Sort.Type or Sort.Function or Sort.Instance or Sort.Component } alias:
                return ((InstanceShape)scope[alias.Instance]).Find(alias.ExportName) ?? OtherShape.Instance;
            case OuterAlias { Sort: Sort.Type or Sort.Component } alias:
                return scope[alias.Target];
            case NestedComponent nested:
                return new ComponentShape(nested.Component.Definitions, scope);
            case ComponentType type:
                return new ComponentShape(type.Declarators, scope);
            case InstanceType type:
                return new ComponentShape(type.Declarators, scope);
            case Instantiation instantiation:
                var component = (ComponentShape)scope[instantiation.Component];
                Dictionary<string, Shape> given = [];
                foreach (NamedDefinition item in instantiation.Arguments)
                {
                    given[item.Name] = item.Item.Sort is Sort.Function or Sort.Instance or Sort.Type or Sort.Component ? scope[item.Item] : OtherShape.Instance;
                }

                return Read(component.Definitions, new ShapeScope(component.Scope), given).Exports;
            case InlineExports inline:
                return new InstanceShape([.. inline.Exports.Select(export => (export.Name, scope[export.Item]))]);
            case Lift lift:
                return scope[lift.Type];
            case ComponentFunctionType function:
                return new FunctionShape(
                    [.. function.Parameters.Select(parameter => (parameter.Label, Of(parameter.Type, scope)))], Of(function.Result, scope), function.IsAsync);
            case TypeDefinition type:
                return TypeShape.Of(type, [.. PartsOf(type).Select(part => Of(part, scope))]);
            default:
                return OtherShape.Instance;
        }
    }

    private Shape Of(ExternType type, ShapeScope scope) => type switch
    {
        { IsSubResource: true } => TypeShape.NewResource(),
        { Sort: Sort.Type, Type: { } equal } => scope[equal] is TypeShape named ? TypeShape.NameOf(named) : scope[equal],
        { Sort: Sort.Function, Type: { } function } => scope[function],
        { Sort: Sort.Instance, Type: { } instance } => Read(((ComponentShape)scope[instance]).Definitions, new ShapeScope(((ComponentShape)scope[instance]).Scope), null).Exports,
        { Sort: Sort.Component, Type: { } component } => scope[component],
        _ => OtherShape.Instance,
    };

    private static TypeShape? Of(ComponentValType? type, ShapeScope scope) => type is { } present ? Of(present, scope) : null;

    private static TypeShape Of(ComponentValType type, ShapeScope scope) =>
        type.Type is { } definition ? (TypeShape)scope[definition] : TypeShape.Primitive(type.Primitive);

    private static IEnumerable<ComponentValType?> PartsOf(TypeDefinition type) => type switch
    {
        RecordType record => record.Fields.Select(field => (ComponentValType?)field.Type),
        VariantType variant => variant.Cases.Select(item => item.Type),
        ListType list => [list.Element],
        FixedLengthListType list => [list.Element],
        MapType map => [map.Key, map.Value],
        TupleType tuple => tuple.Fields.Select(field => (ComponentValType?)field),
        OptionType option => [option.Value],
        ResultType result => [result.Ok, result.Error],
        OwnType own => [new ComponentValType(own.Resource)],
        BorrowType borrow => [new ComponentValType(borrow.Resource)],
        StreamType stream => [stream.Element],
        FutureType future => [future.Value],
        _ => [],
    };
}
