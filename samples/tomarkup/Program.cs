// Converts Markdown to HTML: tomarkup INPUT [OUTPUT]
//
// INPUT is a file or a directory of *.md files, OUTPUT likewise a file or a directory.
// Without OUTPUT the HTML goes to standard output.

using Markdig;
using Markdig.Syntax;

string? input = args.ElementAtOrDefault(0);
string? output = args.ElementAtOrDefault(1);

if (input is null || !Path.Exists(input))
{
    Console.WriteLine("A valid inputfile must be provided.");
    return 1;
}

MarkdownPipeline pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();

IEnumerable<string> files = Directory.Exists(input)
    ? Directory.EnumerateFiles(input, "*.md").Order(StringComparer.Ordinal)
    : [input];

foreach (string file in files)
{
    MarkdownDocument document = Markdown.Parse(File.ReadAllText(file), pipeline);
    string html = document.ToHtml(pipeline);

    if (output is null)
    {
        Console.Write(html);
        continue;
    }

    string target = Directory.Exists(output) ? Path.Combine(output, Path.GetFileNameWithoutExtension(file) + ".html") : output;
    File.WriteAllText(target, html);

    var blocks = document.Descendants<LeafBlock>()
        .GroupBy(block => block.GetType().Name.Replace("Block", ""))
        .OrderByDescending(kind => kind.Count()).ThenBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => $"{kind.Key} {kind.Count()}");
    Console.WriteLine($"{file} -> {target}: {string.Join(", ", blocks)}");
}

return 0;
