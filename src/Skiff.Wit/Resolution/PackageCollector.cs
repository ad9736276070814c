using System.Text;
using Skiff.Wit.Lexing;
using Skiff.Wit.Syntax;
using Skiff.Wit.Text;

namespace Skiff.Wit.Resolution;

/// <summary>Reads files and sorts what is in them into packages (WIT.md, "Package Names").</summary>
internal sealed class PackageCollector(DiagnosticBag diagnostics)
{

    /// <summary>The packages by name.</summary>
    public Dictionary<PackageName, PackageDeclaration> ByName { get; } = [];

    /// <summary>The packages in the order they were found, those of the root first.</summary>
    public List<PackageDeclaration> Packages { get; } = [];

    public List<FileSyntax> Files { get; } = [];

    /// <summary>Adds the files of one package, and the packages nested in them.</summary>
    /// <param name="sources">The files.</param>
    /// <param name="rank">What they give way to; files of a lower rank come first.</param>
    /// <returns>The package that the files make up.</returns>
    public PackageDeclaration? Add(IReadOnlyList<WitFile> sources, PackageRank rank)
    {
        List<FileSyntax> files = [.. sources.Select(FileSyntax.Parse)];
        Files.AddRange(files);
        foreach (FileSyntax file in files)
        {
            diagnostics.AddRange(file.Diagnostics);
        }

        PackageDeclaration? main = DeclareMain(files, rank);
        foreach (FileSyntax file in files)
        {
            if (main is not null)
            {
                AddItems(main, file.Items.Where(item => item is not NestedPackageSyntax));
            }

            foreach (NestedPackageSyntax nested in file.Items.OfType<NestedPackageSyntax>())
            {
                PackageDeclaration declaration = new(nested.Name.Name, nested.Name.Span) { Rank = rank };
                declaration.Model.Documentation = nested.Header.Documentation;
                AddItems(declaration, nested.Items);
                Register(declaration);
            }
        }

        return main is null ? null : Register(main);
    }

    private PackageDeclaration? DeclareMain(List<FileSyntax> files, PackageRank rank)
    {
        PackageDeclaration? main = null;
        foreach (PackageDeclarationSyntax syntax in files.Select(file => file.Package).OfType<PackageDeclarationSyntax>())
        {
            main ??= new(syntax.Name.Name, syntax.Name.Span) { Rank = rank };
            if (main.Name != syntax.Name.Name)
            {
                diagnostics.Error(
                    DiagnosticCode.PackageDeclaration,
                    syntax.Name.Span,
                    $"this file says it is in the package `{syntax.Name.Name}`, but {main.Span} beside it says `{main.Name}`; the files of a folder are one package");
            }

            if (syntax.Header.Documentation is { } text)
            {
                main.Model.Documentation = main.Model.Documentation is { } before ? $"{before}\n\n{text}" : text;
            }
        }

        if (main is null && files.Count > 0)
        {
            // A declaration with errors may have been one.
            if (!files.Any(file => file.HasErrors && file.Tokens.Tokens.Any(token => file.Tokens.IsKeyword(token, "package"))))
            {
                diagnostics.Error(
                    DiagnosticCode.PackageDeclaration,
                    new(files[0].Span.Source, 0, 0),
                    "no file of this package says what package it is; start one with `package namespace:name;`");
            }

            // A name that no package has, so that what else is wrong can be found.
            main = new(new("unnamed", $"package-{Packages.Count}", null), null);
        }

        return main;
    }

    private static void AddItems(PackageDeclaration package, IEnumerable<ItemSyntax> items)
    {
        FileScope scope = new(package);
        foreach (ItemSyntax item in items)
        {
            package.Syntax.Add((item, scope));
        }
    }

    // A package may come twice, as a dependency of several, when it is the same (WIT.md, "Root Package: A Directory").
    private PackageDeclaration Register(PackageDeclaration package)
    {
        if (!ByName.TryGetValue(package.Name, out PackageDeclaration? before))
        {
            ByName.Add(package.Name, package);
            Packages.Add(package);
            return package;
        }

        if (before.Rank == package.Rank && package.Rank != PackageRank.Library && Describe(before) != Describe(package))
        {
            diagnostics.Error(
                DiagnosticCode.DuplicatePackage,
                package.Span,
                $"the package `{package.Name}` is declared with other contents at {before.Span}; "
                    + (package.Rank == PackageRank.Reference ? "put the one that is meant into a folder in `deps`" : "keep one of the two"));
        }

        return before;
    }

    // The tokens of the items, so that comments and layout make no difference.
    private string Describe(PackageDeclaration package)
    {
        List<string> items = [];
        foreach ((ItemSyntax syntax, _) in package.Syntax)
        {
            StringBuilder text = new();
            foreach (GateSyntax gate in syntax.Header.Gates)
            {
                text.Append(gate.Span.Text);
            }

            FileSyntax file = Files.Find(file => ReferenceEquals(file.Span.Source, syntax.Span.Source))!;
            for (int i = FindToken(file.Tokens, syntax.Span.Start); file.Tokens[i].Start < syntax.Span.End; i++)
            {
                text.Append(file.Tokens.TextOf(file.Tokens[i])).Append(' ');
            }

            items.Add(text.ToString());
        }

        items.Sort(StringComparer.Ordinal);
        return string.Join("\n", items);
    }

    private static int FindToken(TokenList tokens, int offset)
    {
        int low = 0;
        int high = tokens.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (tokens[middle].Start < offset)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
