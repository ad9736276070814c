namespace Skiff.Fidelity.Tests;

public sealed class MainTests(GuestRuns runs)
{
    private static readonly string[] s_arguments = ["one", "two words", "drei ü"];

    public static TheoryData<string, string> Forms
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (WasiHost host in WasiHost.All.Where(h => h.Form.WithoutMains(h) is null))
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
        WasiHost host = WasiHost.Find(hostName);
        await host.RequireAsync();
        Comparison.Check(
            $"Mains/{form}", host,
            (await runs.MainAsync(new CoreClrHost(), form, s_arguments)).Lines,
            (await runs.MainAsync(host, form, s_arguments)).Lines);
    }
}
