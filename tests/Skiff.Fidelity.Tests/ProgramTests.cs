[assembly: AssemblyFixture(typeof(Skiff.Fidelity.Tests.GuestRuns))]

namespace Skiff.Fidelity.Tests;

public sealed class ProgramTests(GuestRuns runs)
{
    public static TheoryData<string, string> Programs
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (WasiHost host in WasiHost.All)
            {
                foreach (GuestProgram program in GuestProgram.All.Where(p => p.Process is null))
                {
                    data.Add(host.Name, program.Name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Writes_what_it_writes_on_dotnet(string hostName, string program)
    {
        WasiHost host = WasiHost.Find(hostName);
        await host.RequireAsync();
        Comparison.Check(program, host, await runs.SharedAsync(new CoreClrHost(), program), await runs.SharedAsync(host, program));
    }
}
