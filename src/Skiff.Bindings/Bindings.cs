using Skiff.Bindings.Guest;
using Skiff.Bindings.Implementations;
using Skiff.Bindings.Inputs;
using Skiff.Wit;
using Skiff.Wit.Text;

namespace Skiff.Bindings;

/// <summary>What a project's .wit files become.</summary>
/// <param name="Files">The C#.</param>
/// <param name="Problems">What is wrong.</param>
internal sealed record Bindings(EquatableList<GeneratedFile> Files, EquatableList<Problem> Problems)
{
    /// <summary>Makes the bindings of a project.</summary>
    /// <param name="texts">The .wit files.</param>
    /// <param name="project">What else of the project they depend on.</param>
    public static Bindings Of(IReadOnlyList<WitText> texts, ProjectCode project)
    {
        List<GeneratedFile> files = [];
        List<Problem> problems = [];
        IReadOnlyList<World> worlds = WorldReader.Read(texts, Report);
        if (worlds.Count > 0 && problems.All(problem => problem.Severity != Microsoft.CodeAnalysis.DiagnosticSeverity.Error) && SupportCheck.Run(worlds, Report))
        {
            new GuestWriter(worlds, project, texts.Any(text => text.ReturnsResults), Report).Write((name, text) => files.Add(new(name, text)));
        }

        return new(new(files), new(problems));

        void Report(WitDiagnostic diagnostic) => problems.Add(Problem.Of(diagnostic));
    }
}
