namespace Skiff.Personality;

/// <summary>
/// A file of time zone data (RFC 9636) whose transition times are kept so that they compress well: each as the
/// difference from the one before, first the highest bytes of all, then the next ones, and so on.
/// </summary>
internal static unsafe class ZoneFile
{
    private const uint HeadSize = 44;
    private const int TimeSize = 8;

    /// <summary>Makes the file what it was; other files stay as they are.</summary>
    internal static void Restore(byte* file, uint size)
    {
        if (size < HeadSize || !Text.Equal(file, Text.Of("TZif"u8), 4))
        {
            return;
        }

        byte* second = file + HeadSize + BodySize(file);
        uint count = Number(second + 32);
        byte* times = second + HeadSize;
        uint length = count * TimeSize;
        byte* planes = (byte*)Process.Allocate(length + 1);
        Text.Copy(planes, times, length);
        ulong time = 0;
        for (uint i = 0; i < count; i++)
        {
            ulong difference = 0;
            for (int plane = 0; plane < TimeSize; plane++)
            {
                difference = difference << 8 | planes[((uint)plane * count) + i];
            }

            time += difference;
            for (int plane = 0; plane < TimeSize; plane++)
            {
                *times++ = (byte)(time >> (8 * (TimeSize - 1 - plane)));
            }
        }

        Runtime.Free(planes);
    }

    /// <summary>The size of what follows the first head, which is of version 1: its numbers have four bytes.</summary>
    private static uint BodySize(byte* head) =>
        Number(head + 20) + Number(head + 24) + (Number(head + 28) * 8) + (Number(head + 32) * 5) + (Number(head + 36) * 6) + Number(head + 40);

    private static uint Number(byte* at) => (uint)at[0] << 24 | (uint)at[1] << 16 | (uint)at[2] << 8 | at[3];
}
