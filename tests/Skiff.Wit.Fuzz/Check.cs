using Skiff.Components;
using Skiff.Wasm.Components;
using Skiff.Wit.CanonicalAbi;
using Skiff.Wit.Printing;
using Skiff.Wit.Resolution;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Fuzz;

/// <summary>Does with a text all that can be done with one.</summary>
internal static class Check
{
    private static readonly ResolveOptions Options = new() { AllFeatures = true };

    // What texts may have and components may not.
    private static readonly string[] s_refusals = ["has no interface and no world", "is nested, which texts", "of more than"];

    /// <summary>Reads a text and, where it is valid, checks what comes of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="library">Packages that it may refer to.</param>
    /// <returns>Whether the text is valid.</returns>
    /// <exception cref="InvalidOperationException">What comes of it is wrong.</exception>
    public static bool Run(string text, IReadOnlyList<IReadOnlyList<WitFile>> library)
    {
        PackageGraph graph = PackageGraph.Resolve(WitSources.FromText("fuzz.wit", text).WithLibrary(library), Options);
        foreach (WitDiagnostic diagnostic in graph.Diagnostics)
        {
            _ = diagnostic.ToString() + diagnostic.GetExcerpt();
        }

        if (!graph.Files[0].HasErrors)
        {
            CheckFormat(graph.Files[0]);
        }

        if (graph.HasErrors)
        {
            return false;
        }

        CheckAbi(graph);
        CheckPrint(graph);
        CheckEncoding(graph.Root!);
        return true;
    }

    private static void CheckFormat(FileSyntax file)
    {
        string once = SyntaxFormatter.Format(file);
        FileSyntax formatted = FileSyntax.Parse(new WitFile("formatted.wit", once));
        if (formatted.HasErrors)
        {
            throw new InvalidOperationException($"Formatting broke it: {formatted.Diagnostics[0]}\n{once}");
        }

        string twice = SyntaxFormatter.Format(formatted);
        if (once != twice)
        {
            throw new InvalidOperationException($"Formatting is not done at once:\n{once}\n----\n{twice}");
        }
    }

    private static void CheckPrint(PackageGraph graph)
    {
        string once = Print(graph, graph);
        PackageGraph printed = PackageGraph.Resolve(WitSources.FromText("printed.wit", once), Options);
        if (printed.HasErrors)
        {
            throw new InvalidOperationException($"Printing broke it: {printed.Diagnostics.First(item => item.Severity == WitSeverity.Error)}\n{once}");
        }

        string twice = Print(printed, graph);
        if (once != twice)
        {
            throw new InvalidOperationException($"Printing changed it:\n{once}\n----\n{twice}");
        }
    }

    private static string Print(PackageGraph graph, PackageGraph order) =>
        WitPrinter.Print(
            graph.Root!,
            order.Packages.Where(package => package != order.Root).Select(package => graph.FindPackage(package.Name)!));

    private static void CheckEncoding(Package package)
    {
        byte[] encoded;
        try
        {
            encoded = PackageEncoder.Encode(package).Write();
        }
        catch (ComponentEncodingException exception) when (s_refusals.Any(refusal => exception.Message.Contains(refusal, StringComparison.Ordinal)))
        {
            return;
        }

        var component = Component.Read(encoded);
        component.Validate();
        Package read = WorldReader.ReadPackage(component).Root!;
        Sort(read);
        Sort(package);
        // The form that other tools read too has no place for it.
        foreach (WorldInterface item in package.Worlds.SelectMany(world => world.Imports.Concat(world.Exports)).OfType<WorldInterface>().Where(item => item.PlainName is null))
        {
            item.Documentation = null;
        }

        string before = WitPrinter.Print(package);
        string after = WitPrinter.Print(read);
        if (before != after)
        {
            (string First, string Second) difference = before.Split('\n').Zip(after.Split('\n')).First(pair => pair.First != pair.Second);
            throw new InvalidOperationException($"Encoding changed it:\n{difference.First}\n{difference.Second}\n----\n{before}\n----\n{after}");
        }
    }

    // They are written each behind those that it takes types from.
    private static void Sort(Package package) => package.Interfaces.Sort((left, right) => string.CompareOrdinal(left.Name, right.Name));

    private static void CheckAbi(PackageGraph graph)
    {
        Flattening flattening = new(PointerWidth.Bits32);
        CanonicalLayout layout = new(PointerWidth.Bits32);
        foreach (Function function in graph.Packages.SelectMany(package => package.Interfaces).SelectMany(item => item.AllFunctions))
        {
            CoreSignature signature = CoreSignature.Of(function, CanonicalDirection.Lower, flattening);
            RecordLayout parameters = layout.GetRecord([.. function.Parameters.Select(parameter => parameter.Type)]);
            if (signature.Parameters.Count > Flattening.MaximumParameters + 1 || parameters.Size % parameters.Alignment != 0)
            {
                throw new InvalidOperationException($"{function} is lowered to {signature} and takes {parameters.Size} bytes.");
            }
        }
    }
}
