using System.Buffers.Binary;
using System.Text;

namespace Skiff.Personality.Tests.TimeZones;

public sealed unsafe class ZoneDataTests : PersonalityTest
{
    private static readonly long[] s_times = [-2_429_824_500, -1_693_706_400, 0, 1_711_846_800, 253_402_300_799];

    [Fact]
    public void A_file_is_found_by_each_of_its_names_and_is_what_it_was()
    {
        byte[] zone = Zone(restored: true);
        Runtime.ZoneRecords = [.. Record("Here\0There/And/Here\0", Zone(restored: false)), .. Record("zone.tab\0", "# text"u8), .. Record("Empty\0", [])];

        Assert.Equal(zone, Get("/usr/share/zoneinfo/There/And/Here"));
        Assert.Equal(zone, Get("/usr/share/zoneinfo/Here"));
        Assert.Equal("# text"u8.ToArray(), Get("/usr/share/zoneinfo/zone.tab"));
        Assert.Empty(Get("/usr/share/zoneinfo/Empty")!);
        Assert.Null(Get("/usr/share/zoneinfo/There"));
        Assert.Null(Get("/usr/share/zoneinfo/"));
        Assert.Null(Get("/etc/Here"));
        Assert.Null(Get(""));
    }

    private static byte[]? Get(string path)
    {
        fixed (byte* name = Encoding.UTF8.GetBytes(path + '\0'))
        {
            int length = -1;
            byte* file = ((delegate* unmanaged<byte*, int*, byte*>)&ZoneData.Get)(name, &length);
            Assert.True(file != null || length == 0);
            return file == null ? null : new ReadOnlySpan<byte>(file, length).ToArray();
        }
    }

    private static byte[] Record(string names, ReadOnlySpan<byte> content)
    {
        byte[] size = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(size, content.Length);
        return [.. size, .. Encoding.UTF8.GetBytes(names), 0, .. content];
    }

    // RFC 9636, 3.1: two heads, each with six counts; the transition times follow the second one here.
    private static byte[] Zone(bool restored)
    {
        byte[] first = Head(counts: [0, 0, 0, 0, 1, 4]);
        byte[] times = new byte[s_times.Length * sizeof(long)];
        Span<byte> time = stackalloc byte[sizeof(long)];
        long last = 0;
        for (int i = 0; i < s_times.Length; i++)
        {
            BinaryPrimitives.WriteInt64BigEndian(time, restored ? s_times[i] : s_times[i] - last);
            last = s_times[i];
            for (int plane = 0; plane < time.Length; plane++)
            {
                times[restored ? (i * sizeof(long)) + plane : (plane * s_times.Length) + i] = time[plane];
            }
        }

        return [.. first, .. new byte[6 + 4], .. Head(counts: [0, 0, 0, s_times.Length, 1, 4]), .. times, 0, 0, 0, 0, 0, .. new byte[6], .. "LMT\0\nX0\n"u8];
    }

    private static byte[] Head(int[] counts)
    {
        byte[] head = new byte[44];
        "TZif2"u8.CopyTo(head);
        for (int i = 0; i < counts.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(20 + (i * sizeof(int))), counts[i]);
        }

        return head;
    }
}
