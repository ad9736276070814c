using System.Text;
using Skiff.Wit.Lexing;

namespace Skiff.Wit.Printing;

/// <summary>
/// Writes packages as WIT texts that resolve to the same packages. Worlds are complete, so there is no <c>include</c>,
/// and they name every interface that others of theirs take types from.
/// </summary>
public sealed class WitPrinter
{
    private const string Indentation = "    ";

    private readonly StringBuilder _text = new();
    private int _depth;

    private WitPrinter()
    {
    }

    /// <summary>The text of a file with a package.</summary>
    public static string Print(Package package) => Print(package, []);

    /// <summary>The text of a file with a package and, nested in it, others that it depends on.</summary>
    public static string Print(Package package, IEnumerable<Package> nested)
    {
        WitPrinter printer = new();
        printer.WriteDocumentation(package.Documentation);
        printer.WriteLine($"package {NameOf(package)};");
        printer.WriteItems(package, first: false);
        foreach (Package item in nested)
        {
            printer._text.Append('\n');
            printer.WriteNested(item);
        }

        return printer._text.ToString();
    }

    /// <summary>The text of packages that a file of another package can have nested in it.</summary>
    public static string PrintNested(IEnumerable<Package> packages)
    {
        WitPrinter printer = new();
        foreach (Package item in packages)
        {
            printer.WriteNested(item);
        }

        return printer._text.ToString();
    }

    /// <summary>The text of one interface.</summary>
    public static string Print(Interface item)
    {
        WitPrinter printer = new();
        printer.WriteInterface(item);
        return printer._text.ToString();
    }

    /// <summary>The text of one world.</summary>
    public static string Print(World world)
    {
        WitPrinter printer = new();
        printer.WriteWorld(world);
        return printer._text.ToString();
    }

    private static string NameOf(Package package)
    {
        PackageName name = package.Name;
        string namespaces = string.Join(":", name.Namespace.Split(':').Select(Keywords.Escape));
        string names = string.Join("/", name.Name.Split('/').Select(Keywords.Escape));
        return $"{namespaces}:{names}{(name.Version is null ? "" : $"@{name.Version}")}";
    }

    private void WriteNested(Package package)
    {
        WriteDocumentation(package.Documentation);
        Open($"package {NameOf(package)}");
        WriteItems(package, first: true);
        Close();
    }

    private void WriteItems(Package package, bool first)
    {
        foreach (Interface item in package.Interfaces)
        {
            Separate();
            WriteInterface(item);
        }

        foreach (World world in package.Worlds)
        {
            Separate();
            WriteWorld(world);
        }

        void Separate()
        {
            if (!first)
            {
                _text.Append('\n');
            }

            first = false;
        }
    }

    private void WriteInterface(Interface item)
    {
        WriteHeader(item.Documentation, item.Stability, null);
        Open($"interface {Keywords.Escape(item.Name ?? "")}");
        WriteInterfaceItems(item);
        Close();
    }

    private void WriteInterfaceItems(Interface item)
    {
        WriteTypes(item.Types, item);
        foreach (Function function in item.Functions)
        {
            WriteFunction(function, Keywords.Escape(function.Name) + ": ");
        }
    }

    private void WriteWorld(World world)
    {
        WriteHeader(world.Documentation, world.Stability, null);
        Open($"world {Keywords.Escape(world.Name)}");
        foreach (WorldInterface item in world.Imports.OfType<WorldInterface>())
        {
            WriteWorldInterface(item, "import", world);
        }

        WriteTypes([.. world.DefinedTypes], world);
        foreach (WorldFunction item in world.Imports.OfType<WorldFunction>())
        {
            WriteFunction(item.Function, $"import {Keywords.Escape(item.Function.Name)}: ");
        }

        foreach (WorldItem item in world.Exports)
        {
            if (item is WorldFunction function)
            {
                WriteFunction(function.Function, $"export {Keywords.Escape(function.Function.Name)}: ");
            }
            else if (item is WorldInterface exported)
            {
                WriteWorldInterface(exported, "export", world);
            }
        }

        Close();
    }

    private void WriteWorldInterface(WorldInterface item, string keyword, World world)
    {
        WriteHeader(item.Documentation, item.Stability, item.ExternalId);
        string name = item.PlainName is { } plain ? $"{Keywords.Escape(plain)}: " : "";
        if (item.Interface.Name is null)
        {
            Open($"{keyword} {name}interface");
            WriteInterfaceItems(item.Interface);
            Close();
        }
        else
        {
            WriteLine($"{keyword} {name}{PathOf(item.Interface, world)};");
        }
    }

    private static string PathOf(Interface target, TypeOwner from)
    {
        string name = Keywords.Escape(target.Name ?? "");
        PackageName package = target.Package.Name;
        return ReferenceEquals(target.Package, from.Package) || package == from.Package.Name
            ? name
            : $"{NameOf(new(package with { Version = null }))}/{name}{(package.Version is null ? "" : $"@{package.Version}")}";
    }

    private void WriteTypes(List<TypeDefinition> types, TypeOwner owner)
    {
        for (int i = 0; i < types.Count; i++)
        {
            if (types[i] is not AliasDefinition { UsedFrom: { } source } use)
            {
                WriteType(types[i]);
                continue;
            }

            List<string> names = [NameIn(use)];
            while (i + 1 < types.Count
                && types[i + 1] is AliasDefinition { UsedFrom: { } nextSource } next
                && ReferenceEquals(nextSource, source)
                && next.Stability == use.Stability)
            {
                names.Add(NameIn(next));
                i++;
            }

            WriteHeader(null, use.Stability, null);
            WriteLine($"use {PathOf(source, owner)}.{{{string.Join(", ", names)}}};");
        }
    }

    private static string NameIn(AliasDefinition use)
    {
        string name = ((TypeDefinition)use.Target).Name;
        return name == use.Name
            ? Keywords.Escape(name)
            : $"{Keywords.Escape(name)} as {Keywords.Escape(use.Name)}";
    }

    private void WriteType(TypeDefinition type)
    {
        WriteHeader(type.Documentation, type.Stability, type.ExternalId);
        string name = Keywords.Escape(type.Name);
        switch (type)
        {
            case AliasDefinition { Target: OwnType own }:
                // Without the word it would be an alias of the resource.
                WriteLine($"type {name} = own<{Keywords.Escape(own.Resource.Name)}>;");
                break;
            case AliasDefinition alias:
                WriteLine($"type {name} = {TypeText.Of(alias.Target)};");
                break;
            case RecordDefinition record:
                WriteMembers(
                    $"record {name}",
                    record.Fields,
                    item => (item.Documentation, $"{Keywords.Escape(item.Name)}: {TypeText.Of(item.Type)}"));
                break;
            case VariantDefinition variant:
                WriteMembers(
                    $"variant {name}",
                    variant.Cases,
                    item => (
                        item.Documentation,
                        Keywords.Escape(item.Name) + (item.Payload is null ? "" : $"({TypeText.Of(item.Payload)})")));
                break;
            case EnumDefinition item:
                WriteMembers($"enum {name}", item.Cases, label => (label.Documentation, Keywords.Escape(label.Name)));
                break;
            case FlagsDefinition flags:
                WriteMembers($"flags {name}", flags.Flags, label => (label.Documentation, Keywords.Escape(label.Name)));
                break;
            case ResourceDefinition { Functions.Count: 0 }:
                WriteLine($"resource {name};");
                break;
            case ResourceDefinition resource:
                Open($"resource {name}");
                foreach (Function function in resource.Functions)
                {
                    WriteFunction(
                        function,
                        function.Kind switch
                        {
                            FunctionKind.Constructor => "",
                            FunctionKind.Static => $"{Keywords.Escape(function.LocalName)}: static ",
                            _ => $"{Keywords.Escape(function.LocalName)}: ",
                        });
                }

                Close();
                break;
            default:
                throw new InvalidOperationException($"{type.GetType().Name} cannot be written as a definition.");
        }
    }

    private void WriteMembers<T>(string head, List<T> members, Func<T, (string? Documentation, string Text)> describe)
    {
        Open(head);
        foreach (T member in members)
        {
            (string? documentation, string text) = describe(member);
            WriteDocumentation(documentation);
            WriteLine(text + ",");
        }

        Close();
    }

    private void WriteFunction(Function function, string head)
    {
        WriteHeader(function.Documentation, function.Stability, function.ExternalId);
        string parameters = string.Join(
            ", ",
            function.Parameters
                .Skip(function.Kind == FunctionKind.Method ? 1 : 0)
                .Select(parameter => $"{Keywords.Escape(parameter.Name)}: {TypeText.Of(parameter.Type)}"));
        bool isConstructor = function.Kind == FunctionKind.Constructor;
        string keyword = isConstructor ? "constructor" : function.IsAsync ? "async func" : "func";
        WitType? result = isConstructor && function.Result is OwnType ? null : function.Result;
        WriteLine($"{head}{keyword}({parameters}){(result is null ? "" : $" -> {TypeText.Of(result)}")};");
    }

    private void WriteHeader(string? documentation, Stability stability, string? externalId)
    {
        WriteDocumentation(documentation);
        if (stability.Since is { } since)
        {
            WriteLine($"@since(version = {since})");
        }

        if (stability.Feature is { } feature)
        {
            WriteLine($"@unstable(feature = {Keywords.Escape(feature)})");
        }

        if (stability.Deprecated is { } deprecated)
        {
            WriteLine($"@deprecated(version = {deprecated})");
        }

        if (externalId is not null)
        {
            WriteLine($"@external-id({StringLiteral.Encode(externalId)})");
        }
    }

    private void WriteDocumentation(string? documentation)
    {
        if (documentation is null)
        {
            return;
        }

        foreach (string line in documentation.Split('\n'))
        {
            WriteLine(line.Length == 0 ? "///" : $"/// {line}");
        }
    }

    private void Open(string head)
    {
        WriteLine(head + " {");
        _depth++;
    }

    private void Close()
    {
        _depth--;

        // What is empty closes where it opens.
        if (_text.Length >= 2 && _text[_text.Length - 2] == '{')
        {
            _text.Length--;
            _text.Append("}\n");
        }
        else
        {
            WriteLine("}");
        }
    }

    private void WriteLine(string line)
    {
        for (int i = 0; i < _depth; i++)
        {
            _text.Append(Indentation);
        }

        _text.Append(line).Append('\n');
    }
}
