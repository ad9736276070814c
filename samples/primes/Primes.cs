/// <summary>The primes below 65536, by which every 32-bit number can be divided into its factors.</summary>
static class Primes
{
    private const int Limit = 1 << 16;

    private static uint[] _table = [];

    /// <summary>The prime factors of a number, the smallest first; of 0 and 1 the number itself.</summary>
    public static IEnumerable<uint> FactorsOf(uint number)
    {
        // `dotnet run` has no snapshot.
        if (_table.Length == 0)
        {
            Sieve();
        }

        uint rest = number;
        foreach (uint prime in _table)
        {
            if (prime * prime > rest)
            {
                break;
            }

            for (; rest % prime == 0; rest /= prime)
            {
                yield return prime;
            }
        }

        if (rest > 1 || number <= 1)
        {
            yield return rest;
        }
    }

    /// <summary>Finds them: when the program is published, so that they are there when it starts.</summary>
    [Skiff.SnapshotInitializer]
    private static void Sieve()
    {
        var isComposite = new bool[Limit];
        var primes = new List<uint>();
        for (uint candidate = 2; candidate < Limit; candidate++)
        {
            if (isComposite[candidate])
            {
                continue;
            }

            primes.Add(candidate);
            for (ulong multiple = (ulong)candidate * candidate; multiple < Limit; multiple += candidate)
            {
                isComposite[multiple] = true;
            }
        }

        _table = [.. primes];
    }
}
