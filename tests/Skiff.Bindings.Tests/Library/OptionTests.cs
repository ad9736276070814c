namespace Skiff.Bindings.Tests.Library;

public sealed class OptionTests
{
    [Fact]
    public void None_is_not_a_value_that_is_null()
    {
        Option<string?> none = Option<string?>.None;
        Option<string?> some = Option<string?>.Some(null);

        Assert.Equal((false, true), (none.HasValue, some.HasValue));
        Assert.NotEqual(none, some);
        Assert.Null(some.Value);
        Assert.Equal(none, default);
        Assert.Throws<InvalidOperationException>(() => none.Value);
    }

    [Fact]
    public void A_value_is_taken_when_there_is_one()
    {
        Assert.True(Option<int?>.Some(3).TryGetValue(out int? value));
        Assert.Equal(3, value);
        Assert.False(Option<int?>.None.TryGetValue(out _));
    }
}
