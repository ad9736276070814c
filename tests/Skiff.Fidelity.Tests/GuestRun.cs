namespace Skiff.Fidelity.Tests;

/// <summary>One run of a program that has a process of its own, or what a batch makes as good as one.</summary>
internal sealed class GuestRun : IDisposable
{
    /// <summary>Prepares the run.</summary>
    public GuestRun(GuestProgram program)
    {
        Program = program;
        Arguments = ["run", program.Name, .. program.Process!.Arguments];
        Dictionary<string, string> environment = new(Scratch.Environment);
        foreach (string variable in program.Process.Environment)
        {
            int equals = variable.IndexOf('=', StringComparison.Ordinal);
            environment[variable[..equals]] = variable[(equals + 1)..];
        }

        Environment = environment;
    }

    /// <summary>The program.</summary>
    public GuestProgram Program { get; }

    /// <summary>The guest's arguments.</summary>
    public IReadOnlyList<string> Arguments { get; }

    /// <summary>The guest's environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>The guest's directory.</summary>
    public Scratch Scratch { get; } = new();

    /// <summary>In a batch, the file that is standard input.</summary>
    public string InputFile => Scratch.Beside("in");

    /// <summary>In a batch, the file that standard output goes to.</summary>
    public string OutputFile => Scratch.Beside("out");

    /// <summary>In a batch, the file that standard error goes to.</summary>
    public string ErrorFile => Scratch.Beside("err");

    /// <summary>The outcome without this run's directory in it.</summary>
    public GuestOutcome Normalize(GuestOutcome outcome) =>
        outcome with { Output = Scratch.Normalize(outcome.Output), Error = Scratch.Normalize(outcome.Error) };

    /// <inheritdoc/>
    public void Dispose()
    {
        File.Delete(InputFile);
        File.Delete(OutputFile);
        File.Delete(ErrorFile);
        Scratch.Dispose();
    }
}
