using System.Text;

namespace Skiff.Wit.Fuzz;

/// <summary>Makes texts by the grammar of WIT. Names mean what they happen to mean, so that few texts are valid.</summary>
internal sealed class GrammarText(Random random)
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f", "i", "j", "r", "s", "t", "w", "%type", "A-B", "x-1"];

    private readonly StringBuilder _text = new();

    public string Generate()
    {
        _text.Clear();
        _text.Append("package a:b@0.2.12;\n");
        for (int i = random.Next(1, 8); i > 0; i--)
        {
            if (random.Next(6) == 0)
            {
                _text.Append($"package a:{Name()} {{\n");
                Item();
                _text.Append("}\n");
            }
            else
            {
                Item();
            }
        }

        return _text.ToString();
    }

    private void Item()
    {
        Header();
        switch (random.Next(6))
        {
            case 0:
                _text.Append($"use {Path()}{(random.Next(2) == 0 ? $" as {Name()}" : "")};\n");
                break;
            case 1 or 2:
                _text.Append($"world {Name()} {{\n");
                for (int i = random.Next(8); i > 0; i--)
                {
                    WorldItem();
                }

                _text.Append("}\n");
                break;
            default:
                _text.Append($"interface {Name()} {{\n");
                InterfaceItems();
                _text.Append("}\n");
                break;
        }
    }

    private void InterfaceItems()
    {
        for (int i = random.Next(8); i > 0; i--)
        {
            Header();
            switch (random.Next(4))
            {
                case 0:
                    Use();
                    break;
                case 1:
                    _text.Append($"{Name()}: {Function()};\n");
                    break;
                default:
                    Definition();
                    break;
            }
        }
    }

    private void WorldItem()
    {
        Header();
        string direction = random.Next(2) == 0 ? "import" : "export";
        switch (random.Next(7))
        {
            case 0:
                _text.Append($"{direction} {Path()};\n");
                break;
            case 1:
                _text.Append($"{direction} {Name()}: {Function()};\n");
                break;
            case 2:
                _text.Append($"{direction} {Name()}: interface {{\n");
                InterfaceItems();
                _text.Append("}\n");
                break;
            case 3:
                _text.Append($"{direction} {Name()}: {Path()};\n");
                break;
            case 4:
                _text.Append($"include {Path()}{(random.Next(2) == 0 ? $" with {{ {Name()} as {Name()}, {Name()} as {Name()} }}" : ";")}\n");
                break;
            case 5:
                Use();
                break;
            default:
                Definition();
                break;
        }
    }

    private void Use() => _text.Append($"use {Path()}.{{{Name()}, {Name()} as {Name()}}};\n");

    private void Definition()
    {
        switch (random.Next(6))
        {
            case 0:
                _text.Append($"record {Name()} {{ {Members(() => $"{Name()}: {Type(0)}")} }}\n");
                break;
            case 1:
                _text.Append($"variant {Name()} {{ {Members(() => random.Next(2) == 0 ? Name() : $"{Name()}({Type(0)})")} }}\n");
                break;
            case 2:
                _text.Append($"{(random.Next(2) == 0 ? "enum" : "flags")} {Name()} {{ {Members(Name)} }}\n");
                break;
            case 3:
                _text.Append($"resource {Name()} {{\n");
                for (int i = random.Next(4); i > 0; i--)
                {
                    Header();
                    _text.Append(
                        random.Next(4) == 0
                            ? $"constructor({Members(() => $"{Name()}: {Type(0)}")});\n"
                            : $"{Name()}: {(random.Next(2) == 0 ? "static " : "")}{Function()};\n");
                }

                _text.Append("}\n");
                break;
            default:
                _text.Append($"type {Name()} = {Type(0)};\n");
                break;
        }
    }

    private string Function() =>
        $"{(random.Next(4) == 0 ? "async " : "")}func({Members(() => $"{Name()}: {Type(0)}")}){(random.Next(2) == 0 ? $" -> {Type(0)}" : "")}";

    private string Members(Func<string> member) =>
        string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => member()));

    private string Type(int depth) => random.Next(depth > 4 ? 3 : 14) switch
    {
        0 => "u8",
        1 => "string",
        2 => Name(),
        3 => $"list<{Type(depth + 1)}>",
        4 => $"list<{Type(depth + 1)}, {random.Next(100)}>",
        5 => $"option<{Type(depth + 1)}>",
        6 => $"result<{Type(depth + 1)}, {Type(depth + 1)}>",
        7 => $"tuple<{Type(depth + 1)}, {Type(depth + 1)}>",
        8 => $"map<{Type(depth + 1)}, {Type(depth + 1)}>",
        9 => $"stream<{Type(depth + 1)}>",
        10 => $"future<{Type(depth + 1)}>",
        11 => $"borrow<{Name()}>",
        12 => $"own<{Name()}>",
        _ => "result",
    };

    private string Path() => random.Next(3) == 0 ? $"a:{Name()}/{Name()}" : Name();

    private string Name() => Names[random.Next(Names.Length)];

    private void Header()
    {
        if (random.Next(6) == 0)
        {
            _text.Append("/// Words.\n");
        }

        if (random.Next(10) == 0)
        {
            _text.Append(random.Next(2) == 0 ? "@since(version = 0.2.0)\n" : "@unstable(feature = f)\n");
        }
    }
}
