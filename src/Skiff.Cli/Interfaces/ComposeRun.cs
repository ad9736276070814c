using Skiff.Components;
using Skiff.Wasm;
using Skiff.Wasm.Components;

namespace Skiff.Cli.Interfaces;

/// <summary>Does what <c>skiff compose</c> is asked to.</summary>
internal static class ComposeRun
{
    private const int Misfit = 1;

    /// <summary>Composes components and writes the result.</summary>
    /// <returns>The exit code.</returns>
    public static int Execute(string app, IReadOnlyList<string> plugs, string output)
    {
        try
        {
            Component composed = ComponentComposer.Compose(Read(app), [.. plugs.Select(Read)]);
            OutputFile.Write(output, stream => stream.Write(composed.Write()));
            return 0;
        }
        catch (CompositionException exception)
        {
            foreach (string problem in exception.Problems)
            {
                Report.Error(problem.TrimEnd('.'), Misfit);
            }

            return Misfit;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{output}' cannot be written: {exception.Message.TrimEnd('.')}");
        }
    }

    private static ComponentPart Read(string file)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(file);
            return Component.IsComponent(bytes)
                ? new ComponentPart(file, Component.Read(bytes))
                : throw new CommandLineException($"'{file}' is no component; name components, as building for WASI 0.2 makes them");
        }
        catch (WasmFormatException exception)
        {
            throw new CommandLineException($"'{file}' cannot be composed: {exception.Message.TrimEnd('.')}");
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
