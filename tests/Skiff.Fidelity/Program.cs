namespace Skiff.Fidelity;

/// <summary>
/// <c>list</c> prints the names of the programs; <c>run NAME [ARGUMENT…]</c> runs one as a process would;
/// <c>all [NAME…]</c> runs those that share a process, or the named ones, each between two marker lines.
/// The environment variable <c>SCRATCH</c> names the directory for the programs' files.
/// </summary>
public static class Program
{
    /// <summary>Comes before the output of a program, followed by its name.</summary>
    public const string BeginMarker = "##[begin] ";

    /// <summary>Comes after the output of a program, followed by its name.</summary>
    public const string EndMarker = "##[end] ";

    private static readonly string s_scratch =
        Path.GetFullPath(Environment.GetEnvironmentVariable("SCRATCH") ?? Directory.GetCurrentDirectory());

    /// <summary>The entry point.</summary>
    /// <returns>The program's exit code; 2 when the command line is not understood.</returns>
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["list"]:
                foreach (GuestProgram program in GuestProgram.All)
                {
                    WriteLine(program.Name + (program.Process is null ? "" : " (process)"));
                }

                return 0;
            case ["run", string name, .. string[] rest]:
                return await Find(name).RunAsync(rest);
            case ["all", .. string[] names]:
                IEnumerable<GuestProgram> programs = names.Length == 0
                    ? GuestProgram.All.Where(p => p.Process is null)
                    : names.Select(Find);
                foreach (GuestProgram program in programs)
                {
                    await RunMarkedAsync(program);
                }

                return 0;
            default:
                await Error.WriteLineAsync("usage: list | run NAME [ARGUMENT...] | all [NAME...]");
                return 2;
        }
    }

    private static GuestProgram Find(string name) =>
        GuestProgram.All.FirstOrDefault(p => p.Name == name)
        ?? throw new ArgumentException($"There is no program '{name}'; 'list' prints the names.");

    private static async Task RunMarkedAsync(GuestProgram program)
    {
        TextWriter output = Out;
        string directory = Path.Combine(s_scratch, program.Name.Replace('/', '-'));
        WriteLine(BeginMarker + program.Name);
        output.Flush();
        try
        {
            Directory.CreateDirectory(directory);
            Directory.SetCurrentDirectory(directory);
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            await program.RunAsync([]);
        }
        catch (Exception e)
        {
            SetOut(output);
            WriteLine($"unhandled {e.GetType()}: {e.Message}");
            await Error.WriteLineAsync(e.ToString());
        }
        finally
        {
            SetOut(output);
        }

        WriteLine();
        WriteLine(EndMarker + program.Name);
        output.Flush();
    }
}
