using System.Text;
using Skiff.Components;
using Skiff.Wasm;
using Skiff.Wit;
using Skiff.Wit.Files;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Cli.Interfaces;

/// <summary>Does what <c>skiff wit</c> is asked to.</summary>
internal static class WitRun
{
    private const int Wrong = 1;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Prints a package.</summary>
    /// <returns>The exit code.</returns>
    public static int Print(string path, ResolveOptions options, bool withDependencies, string? folder)
    {
        PackageGraph graph = Load(path, options);
        if (Report(graph.Diagnostics))
        {
            return Wrong;
        }

        IEnumerable<Package> dependencies = withDependencies ? UsedDependencies.Of(graph) : [];
        if (folder is not null)
        {
            return WriteFolder(folder, graph.Root!, dependencies);
        }

        string text = WitPrinter.Print(graph.Root!, dependencies);
        using Stream output = Console.OpenStandardOutput();
        output.Write(s_utf8.GetBytes(text));
        return 0;
    }

    /// <summary>Says what is wrong with a package.</summary>
    /// <returns>The exit code.</returns>
    public static int Check(string path, ResolveOptions options, WitFolders? folders)
    {
        PackageGraph graph = folders is null ? Load(path, options) : Try(path, () => PackageGraph.Resolve(folders.Read(path), options));
        return Report(graph.Diagnostics) ? Wrong : 0;
    }

    /// <summary>Lays files out anew, or says which are not.</summary>
    /// <returns>The exit code.</returns>
    public static int Format(string path, bool check) => Try(path, () =>
    {
        bool isWrong = false;
        foreach (WitFile file in WitFolder.Read(path).Root)
        {
            var syntax = FileSyntax.Parse(file);
            if (syntax.HasErrors)
            {
                isWrong |= Report(syntax.Diagnostics);
                continue;
            }

            string formatted = SyntaxFormatter.Format(syntax);
            if (formatted == file.Text)
            {
                continue;
            }

            if (check)
            {
                Console.Error.WriteLine($"skiff: '{file.Path}' is not laid out as 'skiff wit format' does.");
                isWrong = true;
            }
            else
            {
                Write(file.Path, formatted);
            }
        }

        return isWrong ? Wrong : 0;
    });

    /// <summary>Encodes a package.</summary>
    /// <returns>The exit code.</returns>
    public static int Encode(string path, ResolveOptions options, string output)
    {
        PackageGraph graph = Load(path, options);
        if (Report(graph.Diagnostics))
        {
            return Wrong;
        }

        try
        {
            byte[] encoded = PackageEncoder.Encode(graph.Root!).Write();
            OutputFile.Write(output, stream => stream.Write(encoded));
            return 0;
        }
        catch (ComponentEncodingException exception)
        {
            throw new CommandLineException($"'{path}' cannot be encoded: {exception.Message.TrimEnd('.')}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{output}' cannot be written: {exception.Message.TrimEnd('.')}");
        }
    }

    private static int WriteFolder(string folder, Package package, IEnumerable<Package> dependencies)
    {
        foreach (Package dependency in dependencies)
        {
            Write(Path.Combine(MakeFolder(Path.Combine(folder, "deps")), $"{dependency.Name.ToString().Replace(':', '-')}.wit"), WitPrinter.Print(dependency));
        }

        // Last: who sees it sees all.
        Write(Path.Combine(MakeFolder(folder), "package.wit"), WitPrinter.Print(package));
        return 0;
    }

    private static string MakeFolder(string folder)
    {
        try
        {
            return Directory.CreateDirectory(folder).FullName;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{folder}' cannot be made: {exception.Message.TrimEnd('.')}");
        }
    }

    private static void Write(string file, string text)
    {
        try
        {
            OutputFile.Write(file, stream => stream.Write(s_utf8.GetBytes(text)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{file}' cannot be written: {exception.Message.TrimEnd('.')}");
        }
    }

    private static PackageGraph Load(string path, ResolveOptions options) => Try(path, () => WitPath.Load(path, options));

    /// <summary>Prints diagnostics, each with what it is about.</summary>
    /// <returns>Whether there is an error.</returns>
    private static bool Report(IReadOnlyList<WitDiagnostic> diagnostics)
    {
        foreach (WitDiagnostic diagnostic in diagnostics)
        {
            Console.Error.Write($"{diagnostic}\n{diagnostic.GetExcerpt()}");
        }

        return diagnostics.Any(diagnostic => diagnostic.Severity == WitSeverity.Error);
    }

    private static T Try<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FileNotFoundException exception)
        {
            throw new CommandLineException(
                Directory.Exists(path) ? $"{exception.Message.TrimEnd('.')}; name a folder that has some" : $"'{path}' does not exist; name a .wit file, a folder or a .wasm file");
        }
        catch (ComponentReadingException exception)
        {
            throw new CommandLineException($"'{path}' cannot be read: {exception.Message.TrimEnd('.')}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandLineException($"'{path}' cannot be read ({exception.Message.TrimEnd('.')}); check its permissions");
        }
    }
}
