[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Skiff.Personality.Tests;

/// <summary>A test with a host of its own. The personality's state is static, so tests run one after the other.</summary>
public abstract class PersonalityTest
{
    private protected FakeHost Host { get; } = NewHost();

    private static FakeHost NewHost()
    {
        Runtime.Reset();
        return new FakeHost();
    }
}
