namespace Skiff.Fidelity.Numbers;

public static class Randomness
{
    [Program]
    public static void Seeded()
    {
        foreach (int seed in new[] { 0, 42, -5, int.MinValue })
        {
            Random random = new(seed);
            byte[] bytes = new byte[6];
            random.NextBytes(bytes);
            int[] shuffled = [1, 2, 3, 4, 5, 6];
            random.Shuffle(shuffled);
            WriteLine($"{random.Next()} {random.Next(100)} {random.Next(-10, 10)} {random.NextDouble():R} {random.NextInt64()} {random.NextSingle():R} {Convert.ToHexString(bytes)} {string.Join("", shuffled)} {new string(random.GetItems<char>("abc", 8))} {random.GetHexString(6)}");
        }

        Attempt.Do("negative", () => new Random(1).Next(-1));
        Attempt.Do("reversed", () => new Random(1).Next(5, 1));
    }

    [Program]
    public static void Unseeded()
    {
        double[] values = [.. Enumerable.Range(0, 2000).Select(_ => Random.Shared.NextDouble())];
        WriteLine($"{values.All(v => v is >= 0 and < 1)} {values.Distinct().Count() > 1990} {Math.Abs(values.Average() - 0.5) < 0.1}");
        WriteLine(new Random().NextInt64() != new Random().NextInt64());
        HashSet<Guid> guids = [.. Enumerable.Range(0, 500).Select(_ => Guid.NewGuid())];
        WriteLine($"{guids.Count} {guids.First().Version} {guids.All(g => g.ToString()[14] == '4')} {Guid.CreateVersion7().Version} {Guid.CreateVersion7(DateTimeOffset.UnixEpoch).ToString()[..13]}");
        byte[] bytes = System.Security.Cryptography.RandomNumberGenerator.GetBytes(4000);
        WriteLine($"{bytes.Distinct().Count() > 200} {System.Security.Cryptography.RandomNumberGenerator.GetInt32(5, 6)} {System.Security.Cryptography.RandomNumberGenerator.GetHexString(10).Length} {System.Security.Cryptography.RandomNumberGenerator.GetString("ab", 20).All(c => c is 'a' or 'b')}");
        WriteLine("x".GetHashCode() == new string('x', 1).GetHashCode());
    }
}
