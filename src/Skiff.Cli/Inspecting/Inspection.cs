using System.Text.Encodings.Web;
using System.Text.Json;
using Skiff.Cli.Targets;
using Skiff.Linker.Inspection;
using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Cli.Inspecting;

/// <summary>Does what <c>skiff inspect</c> is asked to.</summary>
internal static class Inspection
{
    /// <summary>Reports on a file, on standard output.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(string path, bool json)
    {
        string file = Directory.Exists(path) ? InBundle(path) : path;
        ModuleReport report = Report(file);
        if (json)
        {
            WriteJson(file, report);
        }
        else
        {
            ReportTables.Write(file, report);
        }

        return 0;
    }

    private static void WriteJson(string file, ModuleReport report)
    {
        // The arrows of types are written as they are: nobody embeds this in HTML.
        var readable = new JsonSerializerOptions(ReportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using Stream output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, ReportJson.Of(file, report), new ReportJsonContext(readable).ReportJson);
        output.Write("\n"u8);
    }

    private static string InBundle(string directory) => AppBundle.IsAppBundle(directory)
        ? AppBundle.ModulePath(directory)
        : throw new CommandLineException($"'{directory}' is a directory and no AppBundle; name a .wasm file");

    private static ModuleReport Report(string file)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            return bytes.AsSpan().StartsWith("\u007fELF"u8)
                ? throw new CommandLineException($"'{file}' is machine code, compiled ahead of time for one engine and kind of processor; inspect the .wasm file that it was made from")
                : Component.IsComponent(bytes)
                    ? throw new CommandLineException($"'{file}' is a component and no module; 'skiff wit print' shows what it imports and exports")
                    : ModuleReport.Read(bytes);
        }
        catch (WasmFormatException exception)
        {
            throw new CommandLineException($"'{file}' cannot be inspected: {exception.Message.TrimEnd('.')}");
        }
        catch (InvalidDataException exception)
        {
            throw new CommandLineException($"'{file}' cannot be inspected: {exception.Message}");
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandLineException($"'{file}' does not exist; name a .wasm file");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{file}' cannot be read ({exception.Message.TrimEnd('.')}); check its permissions");
        }
    }
}
