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

    /// <summary>Writes it to standard output.</summary>
    public static void Write(string file, ModuleReport report)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = Unbounded;
        }

        console.Write(Components(file, report));
        console.Write(Sections(report.Sections));
        WriteInterface(console, "imports", report.Imports);
        WriteInterface(console, "exports", report.Exports);
    }

    private static Table Components(string file, ModuleReport report)
    {
        Table table = New(("what it is", false), ("bytes", true), ("", true), ("in memory", true));
        foreach (SizeComponent component in report.Components.OrderByDescending(component => component.Size))
        {
            Row(table, Title(component, report.IsSkiff), Number(component.Size), Share(component.Size, report.Size), Number(component.MemorySize));
        }

        return table.AddRow("[bold]" + Markup.Escape(Path.GetFileName(file)) + "[/]", $"[bold]{Number(report.Size)}[/]", "", "");
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
        "other" => "other: types, imports, exports, headers",
        _ => $"{component.Kind} {component.Name}".TrimEnd(),
    };

    private static string Share(long size, long total) =>
        ((double)size / total).ToString("P1", CultureInfo.InvariantCulture);

    private static string Number(long? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "";
}
