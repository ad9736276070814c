namespace Skiff.Wasm.Fuzz;

/// <summary>Damages a binary at random places in ways that matter to the format.</summary>
internal static class Mutation
{
    private static readonly byte[][] s_numbers =
    [
        [0x00], [0x01], [0x7F], [0x80, 0x01], [0xFF, 0x7F], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xFF, 0xFF, 0xFF, 0xFF, 0x07],
        [0x80, 0x80, 0x80, 0x80, 0x00], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x01],
    ];

    public static byte[] Apply(byte[] source, byte[] other, Random random)
    {
        List<byte> bytes = [.. source];
        for (int left = random.Next(1, 6); left > 0 && bytes.Count > 8; left--)
        {
            // Mostly behind the preamble: damage to it ends reading at once.
            int at = random.Next(random.Next(20) == 0 ? 0 : 8, bytes.Count);
            int length = Math.Min(random.Next(1, 1 << random.Next(1, 8)), bytes.Count - at);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    byte[] number = s_numbers[random.Next(s_numbers.Length)];
                    bytes.RemoveRange(at, Math.Min(number.Length, bytes.Count - at));
                    bytes.InsertRange(at, number);
                    break;
                case 5:
                    int from = random.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(from + length, other.Length)]);
                    break;
                default:
                    bytes.RemoveRange(at, random.Next(4) == 0 ? bytes.Count - at : 1);
                    break;
            }
        }

        return [.. bytes];
    }
}
