namespace Skiff.Fidelity.Tests;

public sealed class MainTests
{
    private static readonly string[] s_arguments = ["one", "two words", "drei ü"];

    public static TheoryData<string, string> Forms
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (GuestHost host in GuestHost.All)
            {
                foreach (string main in Directory.GetFiles(Artifacts.Mains, "*.dll").Order(StringComparer.Ordinal))
                {
                    data.Add(host.Name, Path.GetFileNameWithoutExtension(main));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Every_form_of_Main_runs_as_on_dotnet(string hostName, string form)
    {
        GuestHost host = GuestHost.Find(hostName);
        await host.RequireAsync();
        Comparison.Check(
            $"Mains/{form}", host,
            (await GuestRuns.MainAsync(new CoreClrHost(), form, s_arguments)).Lines,
            (await GuestRuns.MainAsync(host, form, s_arguments)).Lines);
    }
}
