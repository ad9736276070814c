namespace Skiff.Fidelity.Tests;

public sealed class ProcessTests(GuestRuns runs)
{
    public static TheoryData<string, string> Programs
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (WasiHost host in WasiHost.All)
            {
                foreach (GuestProgram program in GuestProgram.All.Where(p => p.Process is not null))
                {
                    data.Add(host.Name, program.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Ends_and_writes_as_on_dotnet(string hostName, string name)
    {
        WasiHost host = WasiHost.Find(hostName);
        await host.RequireAsync();
        GuestProgram program = GuestProgram.All.Single(p => p.Name == name);
        Comparison.Check(name, host, (await runs.OwnAsync(new CoreClrHost(), program)).Lines, (await runs.OwnAsync(host, program)).Lines);
    }
}
