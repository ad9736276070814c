// Writes the prime factors of the numbers it is given.
if (args.Length == 0)
{
    Console.Error.WriteLine("usage: primes NUMBER...");
    return 1;
}

foreach (string arg in args)
{
    if (!uint.TryParse(arg, out uint number))
    {
        Console.Error.WriteLine($"'{arg}' is not a number from 0 to {uint.MaxValue}.");
        return 1;
    }

    Console.WriteLine($"{number} = {string.Join(" x ", Primes.FactorsOf(number))}");
}

return 0;
