using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Skiff.Cli.Targets;
using Skiff.Linker.Inspection;
using Skiff.Wasm;
using Skiff.Wasm.Components;
using Skiff.Wasm.Validation;

namespace Skiff.Cli.Inspecting;

/// <summary>Does what <c>skiff inspect</c> is asked to.</summary>
internal static class Inspection
{
    /// <summary>Reports on a file, on standard output.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(string path, bool json)
    {
        string file = Directory.Exists(path) ? InBundle(path) : path;
        Read(file, bytes =>
        {
            if (Component.IsComponent(bytes.Span))
            {
                var report = ComponentReport.Read(bytes);
                Write(json, () => ReportTables.Write(file, report), context => context.ComponentReportJson, () => ComponentReportJson.Of(file, report));
            }
            else
            {
                var report = ModuleReport.Read(bytes);
                Write(json, () => ReportTables.Write(file, report), context => context.ReportJson, () => ReportJson.Of(file, report));
            }
        });
        return 0;
    }

    private static void Write<T>(bool json, Action writeTables, Func<ReportJsonContext, JsonTypeInfo<T>> type, Func<T> report)
    {
        if (!json)
        {
            writeTables();
            return;
        }

        // The arrows of types are written as they are: nobody embeds this in HTML.
        var readable = new JsonSerializerOptions(ReportJsonContext.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using Stream output = Console.OpenStandardOutput();
        JsonSerializer.Serialize(output, report(), type(new ReportJsonContext(readable)));
        output.Write("\n"u8);
    }

    private static string InBundle(string directory) => AppBundle.IsAppBundle(directory)
        ? AppBundle.ModulePath(directory)
        : throw new CommandLineException($"'{directory}' is a directory and no AppBundle; name a .wasm file");

    private static void Read(string file, Action<ReadOnlyMemory<byte>> use)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            if (bytes.AsSpan().StartsWith("\u007fELF"u8))
            {
                throw new CommandLineException($"'{file}' is machine code, compiled ahead of time for one engine and kind of processor; inspect the .wasm file that it was made from");
            }

            use(bytes);
        }
        catch (Exception exception) when (exception is WasmFormatException or WasmValidationException)
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
