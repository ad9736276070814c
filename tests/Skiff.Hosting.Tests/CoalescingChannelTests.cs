using System.Text;
using Skiff.Hosting.Streams;
using Skiff.Hosting.Wasi;

namespace Skiff.Hosting.Tests;

public class CoalescingChannelTests
{
    // No pause of a busy machine shall change what is put together.
    private static readonly TimeSpan s_endless = TimeSpan.FromHours(1);

    [Fact]
    public void A_few_writes_go_straight_through()
    {
        var target = new Target();
        using var channel = new CoalescingChannel(target, s_endless);
        channel.Write("one"u8);
        channel.Write("two"u8);
        Assert.Equal(["one", "two"], target.Writes);
    }

    [Fact]
    public void Many_writes_are_put_together_and_keep_their_order()
    {
        var target = new Target();
        using var channel = new CoalescingChannel(target, s_endless);
        var expected = new StringBuilder();
        for (int i = 0; i < 20_000; i++)
        {
            expected.Append(i).Append('\n');
            Assert.Equal(Errno.Success, channel.Write(Encoding.UTF8.GetBytes($"{i}\n")));
        }

        Assert.Equal(Errno.Success, channel.Complete());
        Assert.Equal(expected.ToString(), string.Concat(target.Writes));
        Assert.InRange(target.Writes.Count, 1, 20);
    }

    [Fact]
    public void What_is_put_off_is_written_soon_though_nobody_asks()
    {
        var target = new Target();
        using var channel = new CoalescingChannel(target, CoalescingChannel.Patience);
        for (int i = 0; i < 100; i++)
        {
            channel.Write("x"u8);
        }

        Assert.True(SpinWait.SpinUntil(() => target.Length == 100, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void A_flush_leaves_nothing_behind()
    {
        var target = new Target();
        using var channel = new CoalescingChannel(target, s_endless);
        for (int i = 0; i < 100; i++)
        {
            channel.Write("x"u8);
        }

        channel.Flush();
        Assert.Equal(100, target.Length);
    }

    [Fact]
    public void A_write_larger_than_the_buffer_comes_after_what_was_put_off()
    {
        var target = new Target();
        using var channel = new CoalescingChannel(target, s_endless);
        for (int i = 0; i < 100; i++)
        {
            channel.Write("x"u8);
        }

        channel.Write(Encoding.UTF8.GetBytes(new string('y', 100_000)));
        channel.Complete();
        Assert.Equal(new string('x', 100) + new string('y', 100_000), string.Concat(target.Writes));
    }

    [Fact]
    public void An_error_of_what_was_put_off_is_the_answer_to_the_next_write()
    {
        var target = new Target();
        using var channel = new CoalescingChannel(target, s_endless);
        for (int i = 0; i < 100; i++)
        {
            channel.Write("x"u8);
        }

        target.Error = Errno.NoSpace;
        channel.Write("x"u8);
        channel.Flush();
        target.Error = Errno.Success;
        Assert.Equal(Errno.NoSpace, channel.Write("y"u8));
        Assert.Equal(Errno.Success, channel.Write("z"u8));
    }

    [Fact]
    public void An_error_at_the_end_is_not_lost()
    {
        var target = new Target { Error = Errno.Pipe };
        using var channel = new CoalescingChannel(target, s_endless);
        Assert.Equal(Errno.Pipe, channel.Write("x"u8));
        for (int i = 0; i < 100; i++)
        {
            channel.Write("x"u8);
        }

        channel.Write("x"u8);
        Assert.Equal(Errno.Pipe, channel.Complete());
    }

    private sealed class Target : OutputChannel
    {
        private readonly Lock _gate = new();
        private readonly List<string> _writes = [];

        public Errno Error { get; set; }

        public IReadOnlyList<string> Writes
        {
            get
            {
                lock (_gate)
                {
                    return [.. _writes];
                }
            }
        }

        public int Length => Writes.Sum(text => text.Length);

        public override bool IsTerminal => false;

        public override Errno Write(ReadOnlySpan<byte> bytes)
        {
            if (Error != Errno.Success)
            {
                return Error;
            }

            lock (_gate)
            {
                _writes.Add(Encoding.UTF8.GetString(bytes));
            }

            return Errno.Success;
        }
    }
}
