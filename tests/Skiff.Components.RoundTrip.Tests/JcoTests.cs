using Skiff.Components.RoundTrip.Tests.Guests;
using Skiff.Components.RoundTrip.Tests.Jco;

namespace Skiff.Components.RoundTrip.Tests;

/// <summary>The same component, and the same values, under jco on Node.</summary>
public sealed class JcoTests(Guest guest, JcoRun jco)
{
    // What this version of jco cannot do. When another one can, the line here is wrong and goes.
    private static readonly Dictionary<string, string> s_limits = new()
    {
        ["variants/echo-option3"] = "expected a string, received [object]",
        ["maps/echo-nested"] = "Cannot access 'i' before initialization",
        ["maps/echo-list"] = "Cannot access 'i' before initialization",
    };

    public static TheoryData<string> Features =>
        ["numbers", "text", "lists", "records", "variants", "results", "enums", "bits", "wide", "maps", "resources", "inspection", "misuse", "failures", ""];

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_works_on_Node(string feature)
    {
        KeyValuePair<string, string>[] checks = [.. jco.Outcomes(guest).Where(check => check.Key.Split('/')[0] == feature)];
        Assert.NotEmpty(checks);
        Assert.All(checks, check => Assert.True(check.Value == s_limits.GetValueOrDefault(check.Key, "ok"), $"{check.Key}: {check.Value}"));
        foreach ((string name, string outcome) in checks.Where(check => check.Value != "ok"))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"not tested, since jco fails: {name}: {outcome}");
        }
    }
}
