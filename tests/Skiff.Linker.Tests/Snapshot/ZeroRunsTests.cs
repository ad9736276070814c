using FsCheck.Xunit;
using Skiff.Linker.Snapshot;

namespace Skiff.Linker.Tests.Snapshot;

public sealed class ZeroRunsTests
{
    [Property(MaxTest = 500)]
    public void The_parts_restore_the_image((ushort Zeros, byte[] Bytes)[] runs, byte most)
    {
        byte[] image = Image(runs);
        int limit = most + 1;

        IReadOnlyList<Range> parts = ZeroRuns.Cut(image, limit);

        byte[] restored = new byte[image.Length];
        Assert.True(parts.Count <= limit);
        int last = 0;
        foreach (Range part in parts)
        {
            Assert.True(part.Start.Value >= last && part.End.Value > part.Start.Value);
            image[part].CopyTo(restored, part.Start.Value);
            last = part.End.Value;
        }

        Assert.Equal(image, restored);
    }

    [Property(MaxTest = 500)]
    public void No_part_holds_a_run_that_costs_more_than_a_segment((ushort Zeros, byte[] Bytes)[] runs)
    {
        byte[] image = Image(runs);

        Assert.All(ZeroRuns.Cut(image), part =>
        {
            Assert.NotEqual(0, image[part.Start]);
            Assert.NotEqual(0, image[part.End.Value - 1]);
            Assert.True(image.AsSpan(part).IndexOf(new byte[10]) < 0);
        });
    }

    [Fact]
    public void The_longest_runs_are_left_out_first()
    {
        byte[] image = [1, .. new byte[20], 2, .. new byte[40], 3, .. new byte[30], 4];

        Assert.Equal([0..22, 62..94], ZeroRuns.Cut(image, mostSegments: 2));
        Assert.Equal([0..22, 62..63, 93..94], ZeroRuns.Cut(image, mostSegments: 3));
    }

    [Fact]
    public void A_memory_of_zeros_has_no_parts() => Assert.Empty(ZeroRuns.Cut(new byte[100]));

    private static byte[] Image((ushort Zeros, byte[] Bytes)[] runs) =>
        [.. runs.SelectMany(run => Enumerable.Repeat((byte)0, run.Zeros % 40).Concat(run.Bytes ?? []))];
}
