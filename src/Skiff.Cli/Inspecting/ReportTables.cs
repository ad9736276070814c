using System.Globalization;
using Skiff.Linker.Inspection;
using Skiff.Wasm;
using Spectre.Console;
using Table = Spectre.Console.Table;

namespace Skiff.Cli.Inspecting;

/// <summary>A report for people. A type of its own, so that its library is loaded only here.</summary>
internal static class ReportTables
{
    // A file or pipe has no width; nothing is to be wrapped there.
    private const int Unbounded = 4096;

    /// <summary>Writes that of a module to standard output.</summary>
    public static void Write(string file, ModuleReport report)
    {
        IAnsiConsole console = Console();
        console.Write(Components(file, report.Size, report.Components, report.IsSkiff));
        console.Write(Sections(report.Sections));
        WriteInterface(console, "imports", report.Imports);
        WriteInterface(console, "exports", report.Exports);
    }

    /// <summary>Writes that of a component to standard output.</summary>
    public static void Write(string file, ComponentReport report)
    {
        IAnsiConsole console = Console();
        console.Write(Components(file, report.Size, report.Components, isSkiff: true));
        console.Write(Modules(report.Modules));
        WriteInterface(console, "imports", report.Imports);
        WriteInterface(console, "exports", report.Exports);
        Table producers = New(("made with", false), ("version", false), ("as", false));
        foreach (ProducerItem producer in report.Producers)
        {
            Row(producers, producer.Name, producer.Version, producer.Field);
        }

        if (report.Producers.Count > 0)
        {
            console.Write(producers);
        }
    }

    private static IAnsiConsole Console()
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Out) });
        if (System.Console.IsOutputRedirected)
        {
            console.Profile.Width = Unbounded;
        }

        return console;
    }

    private static Table Components(string file, long size, IReadOnlyList<SizeComponent> components, bool isSkiff)
    {
        // Two components that were composed may each have a runtime.
        bool isAmbiguous = components.Select(component => component.Module).OfType<string>().Distinct().Count() > 1;
        Table table = New(("what it is", false), ("bytes", true), ("", true), ("in memory", true));
        foreach (SizeComponent component in components.OrderByDescending(component => component.Size))
        {
            string title = Title(component, isSkiff);
            Row(
                table,
                isAmbiguous && component.Module is not null ? $"{component.Module}: {title}" : title,
                Number(component.Size),
                Share(component.Size, size),
                Number(component.MemorySize));
        }

        return table.AddRow("[bold]" + Markup.Escape(Path.GetFileName(file)) + "[/]", $"[bold]{Number(size)}[/]", "", "");
    }

    private static Table Modules(IReadOnlyList<EmbeddedModuleReport> modules)
    {
        Table table = New(("core module", false), ("bytes", true), ("functions", true), ("imports", true), ("exports", true));
        foreach (EmbeddedModuleReport module in modules)
        {
            ModuleReport contents = module.Contents;
            Row(table, module.Name, Number(contents.Size), Number(contents.FunctionCount), Number(contents.Imports.Count), Number(contents.Exports.Count));
        }

        return table;
    }

    private static Table Sections(IReadOnlyList<ModuleSection> sections)
    {
        Table table = New(("section", false), ("bytes", true), ("offset", true), ("items", true));
        foreach (ModuleSection section in sections)
        {
            Row(table, SectionJson.Word(section.Id) + (section.Name is null ? "" : $" {section.Name}"), Number(section.Size), Number(section.Offset), Number(section.Count));
        }

        return table;
    }

    private static void WriteInterface(IAnsiConsole console, string title, IReadOnlyList<InterfaceItem> items)
    {
        if (items.Count == 0)
        {
            console.WriteLine($" no {title}");
            console.WriteLine();
            return;
        }

        Table table = New((title, false), ("kind", false), ("type", false));
        foreach (InterfaceItem item in items)
        {
            Row(table, item.Module is null ? item.Name : $"{item.Module} {item.Name}", item.Kind, item.Type);
        }

        console.Write(table);
    }

    private static Table New(params ReadOnlySpan<(string Title, bool IsNumber)> columns)
    {
        Table table = new Table().Border(TableBorder.Simple);
        foreach ((string title, bool isNumber) in columns)
        {
            table.AddColumn(new TableColumn(title) { Alignment = isNumber ? Justify.Right : Justify.Left });
        }

        return table;
    }

    private static void Row(Table table, params ReadOnlySpan<string> cells)
    {
        Markup[] markup = new Markup[cells.Length];
        for (int i = 0; i < cells.Length; i++)
        {
            markup[i] = new Markup(Markup.Escape(cells[i]));
        }

        table.AddRow(markup);
    }

    private static string Title(SizeComponent component, bool isSkiff) => component.Kind switch
    {
        "code" => isSkiff ? "runtime code" : "code",
        "static" => "runtime data",
        "data" => isSkiff ? "runtime data, other" : "data",
        "elements" => "function tables",
        "heap" => "heap image",
        "icu" => $"ICU data {component.Name}".TrimEnd(),
        "names" => "function names",
        "debug" => "debug information",
        "custom" => $"custom section {component.Name}",
        "component" => "component: types, imports, exports, headers",
        "module" => $"core module {component.Name}",
        "other" => "other: types, imports, exports, headers",
        _ => $"{component.Kind} {component.Name}".TrimEnd(),
    };

    private static string Share(long size, long total) =>
        ((double)size / total).ToString("P1", CultureInfo.InvariantCulture);

    private static string Number(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
}
