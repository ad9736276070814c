namespace Skiff.Bindings.Tests.Library;

public sealed class ResultTests
{
    [Fact]
    public void A_success_has_its_value()
    {
        Result<int, string> result = 5;

        Assert.True(result.IsOk);
        Assert.Equal(5, result.Value);
        Assert.True(result.TryGetValue(out int value, out string? error));
        Assert.Equal((5, null), (value, error));
        Assert.Equal("Ok(5)", result.ToString());
        Assert.Throws<InvalidOperationException>(() => result.Error);
    }

    [Fact]
    public void A_failure_has_its_error_and_throws_it()
    {
        Result<int, string> result = "bad";

        Assert.False(result.IsOk);
        Assert.Equal("bad", result.Error);
        Assert.False(result.TryGetValue(out _, out string? error));
        Assert.Equal("bad", error);
        Assert.Equal("Fail(bad)", result.ToString());
        ResultException<string> thrown = Assert.Throws<ResultException<string>>(() => result.Value);
        Assert.Equal(("bad", "The function failed: bad."), (thrown.Error, thrown.Message));
    }

    [Fact]
    public void A_failure_without_an_error_throws_an_exception_without_one() =>
        Assert.IsType<ResultException>(Assert.Throws<ResultException>(() => default(Result<int, Unit>).Value));

    [Fact]
    public void What_is_default_is_a_failure() => Assert.False(default(Result<int, int>).IsOk);

    [Fact]
    public void Results_are_equal_when_outcome_and_value_are()
    {
        Assert.Equal(Result<int, int>.Ok(1), Result<int, int>.Ok(1));
        Assert.NotEqual(Result<int, int>.Ok(1), Result<int, int>.Fail(1));
    }
}
